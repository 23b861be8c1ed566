import type { Address } from "@ballast/core";
import { toFunctionSelector } from "viem";
import type { PinnedReader, PinnedResult } from "./pinnedReader.ts";

export type Getters<Name extends string> = {
  readonly contract: Address;
  /** View functions without arguments. */
  readonly names: readonly Name[];
  /** What is lost when one fails, unless who reads the result names it better. */
  readonly subject: string;
};

/** One or two words of storage behind a proxy. */
const GAS = 30_000n;

/** The answers of a contract's getters by their names, in the sweep's aggregate. */
export async function readGetters<Name extends string>(
  reader: PinnedReader,
  { contract, names, subject }: Getters<Name>,
): Promise<Readonly<Record<Name, PinnedResult>>> {
  const calls = names.map((name) => ({
    subject,
    to: contract,
    data: toFunctionSelector(`${name}()`),
    gas: GAS,
  }));
  const results = await reader.read(calls);
  return Object.fromEntries(names.map((name, index) => [name, results[index]])) as Record<Name, PinnedResult>;
}
