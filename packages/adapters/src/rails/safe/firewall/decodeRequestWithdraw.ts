import type { Address, Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** `requestWithdraw(uint256,address)` of ether.fi's WeETHWithdrawAdapter (IWeETHWithdrawAdapter.sol). */
const SELECTOR: Hex = "0xccc143b8";

/** @throws MalformedDataError when the data is not exactly one requestWithdraw call of the weETH adapter */
export function decodeRequestWithdraw(data: Hex): { readonly amount: bigint; readonly recipient: Address } {
  const reader = new ByteReader(data, "requestWithdraw(uint256,address)");
  reader.expect(SELECTOR);
  const amount = reader.uint(32);
  const recipient = reader.addressWord();
  reader.end();
  return { amount, recipient };
}
