import type { Address, Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** `requestWithdrawalsWstETH(uint256[],address)` of Lido's withdrawal queue (WithdrawalQueue.sol). */
const SELECTOR: Hex = "0x19aa6257";
const WORD = 32;

export type RequestWithdrawalsWstEth = { readonly amounts: readonly bigint[]; readonly owner: Address };

/** @throws MalformedDataError when the data is not exactly one requestWithdrawalsWstETH call */
export function decodeRequestWithdrawalsWstEth(data: Hex): RequestWithdrawalsWstEth {
  const reader = new ByteReader(data, "requestWithdrawalsWstETH(uint256[],address)");
  reader.expect(SELECTOR);
  const base = reader.position;
  const amountsAt = reader.uint(WORD);
  const owner = reader.addressWord();
  reader.startsHere(amountsAt, base);
  const amounts = reader.list(() => reader.uint(WORD));
  reader.end();
  return { amounts, owner };
}
