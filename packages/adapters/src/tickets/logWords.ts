import { concat, hexToBigInt, size, slice } from "viem";
import type { RawLog } from "../adapter.ts";
import { LogUnreadable } from "./LogUnreadable.ts";

/**
 * The arguments of an event of so many words, indexed ones first. Versions may differ in what is indexed: topics and data in a row
 * are the same words in all of them.
 *
 * @throws LogUnreadable for a log of another length: skipping it would lose a ticket
 */
export function logWords(log: RawLog, words: number): readonly bigint[] {
  const [, ...indexed] = log.topics;
  const bytes = concat(["0x", ...indexed, log.data]);
  if (size(bytes) !== words * 32) throw new LogUnreadable(log, `an event of ${words} words`);
  return Array.from({ length: words }, (_, word) => hexToBigInt(slice(bytes, word * 32, (word + 1) * 32)));
}
