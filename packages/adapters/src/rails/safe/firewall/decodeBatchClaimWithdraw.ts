import type { Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** `batchClaimWithdraw(uint256[])` of ether.fi's WithdrawRequestNFT (IWithdrawRequestNFT.sol). */
const SELECTOR: Hex = "0x24fccdcf";
const WORD = 32;

/**
 * The ids that are claimed.
 * @throws MalformedDataError when the data is not exactly one batchClaimWithdraw call
 */
export function decodeBatchClaimWithdraw(data: Hex): readonly bigint[] {
  const reader = new ByteReader(data, "batchClaimWithdraw(uint256[])");
  reader.expect(SELECTOR);
  const base = reader.position;
  reader.startsHere(reader.uint(WORD), base);
  const ids = reader.list(() => reader.uint(WORD));
  reader.end();
  return ids;
}
