import { type Address, blockNumber } from "@ballast/core";
import { type Hex, numberToHex, toEventSelector } from "viem";
import type { RawLog } from "../adapter.ts";

export type LogFacts = {
  readonly address: Address;
  /** As a contract declares it; its indexed arguments become topics. */
  readonly signature: string;
  readonly args: readonly bigint[];
  readonly block?: bigint;
  readonly index?: bigint;
  readonly transaction?: bigint;
};

const word = (value: bigint): Hex => numberToHex(value, { size: 32 });
const blockHash = (block: bigint): Hex => word(0xb10cn * 10n ** 20n + block);

/** A log of words alone, as a contract would write it. */
export function sampleLog({
  address,
  signature,
  args,
  block = 5n,
  index = 0n,
  transaction = 1n,
}: LogFacts): RawLog {
  const indexed = [...signature.matchAll(/ indexed /g)].length;
  const data = args.slice(indexed).map((value) => word(value).slice(2));
  return {
    address,
    topics: [toEventSelector(`event ${signature}`), ...args.slice(0, indexed).map(word)],
    data: `0x${data.join("")}`,
    blockNumber: blockNumber(block),
    blockHash: blockHash(block),
    transactionHash: word(0x7a00n * 10n ** 20n + transaction),
    logIndex: index,
  };
}

/** The log as a node gives it. */
export const rawLogJson = ({ blockNumber: block, logIndex, ...log }: RawLog) => ({
  ...log,
  blockNumber: numberToHex(block),
  logIndex: numberToHex(logIndex),
  removed: false,
});
