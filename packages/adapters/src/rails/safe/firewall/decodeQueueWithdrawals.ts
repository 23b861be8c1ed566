import type { Address, Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** `queueWithdrawals((address[],uint256[],address)[])` of EigenLayer's DelegationManager (IDelegationManager.sol). */
const SELECTOR: Hex = "0x0dd8dd02";
const WORD = 32;

export type QueueWithdrawals = {
  readonly strategies: readonly Address[];
  readonly depositShares: readonly bigint[];
};

/**
 * A queueWithdrawals call with one entry, whose third field, which the contract ignores, is zero.
 * @throws MalformedDataError when the data is anything else
 */
export function decodeQueueWithdrawals(data: Hex): QueueWithdrawals {
  const reader = new ByteReader(data, "queueWithdrawals((address[],uint256[],address)[])");
  reader.expect(SELECTOR);
  const base = reader.position;
  reader.startsHere(reader.uint(WORD), base);
  const entries = reader.tails(() => {
    const entry = reader.position;
    const [strategiesAt, sharesAt] = [reader.uint(WORD), reader.uint(WORD)];
    reader.zeros(WORD);
    reader.startsHere(strategiesAt, entry);
    const strategies = reader.list(() => reader.addressWord());
    reader.startsHere(sharesAt, entry);
    return { strategies, depositShares: reader.list(() => reader.uint(WORD)) };
  });
  reader.end();
  const [entry] = entries;
  if (entry === undefined || entries.length > 1)
    return reader.fail(`1 entry expected, found ${entries.length}`);
  return entry;
}
