import type { Tightens } from "../document/fieldKind.ts";
import type { Verdict } from "./verdict.ts";

type Values = {
  readonly old: unknown;
  readonly now: unknown;
  /** Words of a choice, the mildest first. */
  readonly options: readonly string[];
  /** It may be left out, and then limits nothing. */
  readonly isOptional?: boolean;
};

/** What a change of one value is by the order of its field alone. What has no such order is looser, and so is a limit that goes. */
export function judgeValues(tightens: Tightens, { old, now, options, isOptional }: Values): Verdict {
  if (old === now || tightens === "neutral") return "neutral";
  if (tightens === "stronger") {
    const [from, to] = [options.indexOf(String(old)), options.indexOf(String(now))];
    return from >= 0 && to > from ? "tighter" : "looser";
  }
  if (isOptional && old === undefined && (tightens === "down" || tightens === "up")) return "tighter";
  if (typeof old !== "bigint" || typeof now !== "bigint") return "looser";
  const isTighter = tightens === "down" ? now < old : tightens === "up" && now > old;
  return isTighter ? "tighter" : "looser";
}
