import type { Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** `claimWithdrawals(uint256[],uint256[])` of Lido's withdrawal queue (WithdrawalQueue.sol). */
const SELECTOR: Hex = "0xe3afe0a3";
const WORD = 32;

export type ClaimWithdrawals = { readonly ids: readonly bigint[]; readonly hints: readonly bigint[] };

/** @throws MalformedDataError when the data is not exactly one claimWithdrawals call */
export function decodeClaimWithdrawals(data: Hex): ClaimWithdrawals {
  const reader = new ByteReader(data, "claimWithdrawals(uint256[],uint256[])");
  reader.expect(SELECTOR);
  const base = reader.position;
  const [idsAt, hintsAt] = [reader.uint(WORD), reader.uint(WORD)];
  reader.startsHere(idsAt, base);
  const ids = reader.list(() => reader.uint(WORD));
  reader.startsHere(hintsAt, base);
  const hints = reader.list(() => reader.uint(WORD));
  reader.end();
  return { ids, hints };
}
