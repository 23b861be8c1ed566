import type { Address, Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** `approve(address,uint256)` of ERC-20. */
const SELECTOR: Hex = "0x095ea7b3";

/** @throws MalformedDataError when the data is not exactly one approve call */
export function decodeApprove(data: Hex): { readonly spender: Address; readonly amount: bigint } {
  const reader = new ByteReader(data, "approve(address,uint256)");
  reader.expect(SELECTOR);
  const spender = reader.addressWord();
  const amount = reader.uint(32);
  reader.end();
  return { spender, amount };
}
