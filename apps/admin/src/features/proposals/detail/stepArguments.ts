import type { DecodedCall } from "@ballast/verify";

/** A single value inside an argument, with the way to it: `withdrawals[0].staker`. */
export type ArgumentLeaf = { readonly name: string; readonly value: string | bigint | boolean };

/** Every value of a call's arguments in the order of the calldata, lists and records opened. */
export function stepArguments({ arguments: given }: DecodedCall["meaning"]): readonly ArgumentLeaf[] {
  return leaves("", given);
}

function leaves(name: string, value: unknown): readonly ArgumentLeaf[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => leaves(`${name}[${at}]`, item));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => leaves(name === "" ? key : `${name}.${key}`, item));
  }
  return [{ name, value: value as ArgumentLeaf["value"] }];
}
