import type { Address, Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/**
 * `completeQueuedWithdrawals((address,address,address,uint256,uint32,address[],uint256[])[],address[][],bool[])` of
 * EigenLayer's DelegationManager (IDelegationManager.sol).
 */
const SELECTOR: Hex = "0x9435bb43";
const WORD = 32;

export type CompletedWithdrawal = {
  readonly staker: Address;
  readonly delegatedTo: Address;
  readonly withdrawer: Address;
  readonly nonce: bigint;
  readonly startBlock: bigint;
  readonly strategies: readonly Address[];
  readonly scaledShares: readonly bigint[];
};

export type CompleteQueuedWithdrawals = {
  readonly withdrawals: readonly CompletedWithdrawal[];
  readonly tokens: readonly (readonly Address[])[];
  readonly receiveAsTokens: readonly boolean[];
};

function withdrawal(reader: ByteReader): CompletedWithdrawal {
  const base = reader.position;
  const fields = {
    staker: reader.addressWord(),
    delegatedTo: reader.addressWord(),
    withdrawer: reader.addressWord(),
    nonce: reader.uint(WORD),
    startBlock: reader.uint(WORD),
  };
  const [strategiesAt, sharesAt] = [reader.uint(WORD), reader.uint(WORD)];
  reader.startsHere(strategiesAt, base);
  const strategies = reader.list(() => reader.addressWord());
  reader.startsHere(sharesAt, base);
  return { ...fields, strategies, scaledShares: reader.list(() => reader.uint(WORD)) };
}

/** @throws MalformedDataError when the data is not exactly one completeQueuedWithdrawals call */
export function decodeCompleteQueuedWithdrawals(data: Hex): CompleteQueuedWithdrawals {
  const reader = new ByteReader(data, "completeQueuedWithdrawals");
  reader.expect(SELECTOR);
  const base = reader.position;
  const [withdrawalsAt, tokensAt, flagsAt] = [reader.uint(WORD), reader.uint(WORD), reader.uint(WORD)];
  reader.startsHere(withdrawalsAt, base);
  const withdrawals = reader.tails(() => withdrawal(reader));
  reader.startsHere(tokensAt, base);
  const tokens = reader.tails(() => reader.list(() => reader.addressWord()));
  reader.startsHere(flagsAt, base);
  const receiveAsTokens = reader.list(() => reader.flagWord());
  reader.end();
  return { withdrawals, tokens, receiveAsTokens };
}
