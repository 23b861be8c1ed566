import type { Address, Hex } from "@ballast/core";
import { decodeAbiParameters, toFunctionSelector } from "viem";
import type { View, ViewAnswer } from "./fakeChain.ts";

/** One function of one contract: a fixed answer, or one by the words of its arguments. */
export type Entry = {
  readonly to: Address;
  readonly signature: string;
  readonly answer: ViewAnswer | ((args: readonly bigint[]) => ViewAnswer);
};

const argsOf = (data: Hex): readonly bigint[] => {
  const count = (data.length - 10) / 64;
  const types = Array.from({ length: count }, () => ({ type: "uint256" }) as const);
  return decodeAbiParameters(types, `0x${data.slice(10)}`) as readonly bigint[];
};

/** Contracts that answer by function; later entries win. What is not listed reverts without a reason, as an absent function does. */
export function contractView(entries: readonly Entry[]): View {
  const table = new Map(
    entries.map((entry) => [entry.to + toFunctionSelector(entry.signature), entry.answer]),
  );
  return ({ to, data }) => {
    const answer = table.get(to + data.slice(0, 10));
    if (answer === undefined) return { revert: "0x" };
    return typeof answer === "function" ? answer(argsOf(data)) : answer;
  };
}
