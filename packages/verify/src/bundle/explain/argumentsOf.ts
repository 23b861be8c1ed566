import type { CallMeaning, DecodedCall } from "../../calls/types.ts";
import { CheckFailedError } from "../../errors/CheckFailedError.ts";
import { demandEqual } from "../demandEqual.ts";

type MeaningOf<Kind extends CallMeaning["kind"]> = Extract<CallMeaning, { kind: Kind }>["arguments"];

/**
 * The arguments of a call of the kind that must stand here, which sends no ETH. `name` says where it stands.
 * @throws CheckFailedError
 */
export function argumentsOf<Kind extends CallMeaning["kind"]>(
  call: DecodedCall | undefined,
  { kind, name }: { kind: Kind; name: string },
): MeaningOf<Kind> {
  const meaning = call?.meaning;
  if (call === undefined || meaning?.kind !== kind) {
    const why = meaning?.kind === "unknown" ? `: ${meaning.arguments.problem}` : "";
    throw new CheckFailedError(`${name} is ${meaning?.kind ?? "missing"}, not ${kind}${why}`);
  }
  demandEqual(`ETH sent with ${name}`, { is: call.value, must: 0n });
  return meaning.arguments as MeaningOf<Kind>;
}
