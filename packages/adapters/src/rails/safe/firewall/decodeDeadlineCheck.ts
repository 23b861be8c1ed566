import type { Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** `multicall(uint256,bytes[])` of Uniswap's SwapRouter02 (swap-router-contracts base/MulticallExtended.sol). */
const SELECTOR: Hex = "0x5ae401dc";

/**
 * The deadline of a `multicall(deadline, [])` that does nothing but revert after its deadline.
 * @throws MalformedDataError when the data is anything else, or the array has members
 */
export function decodeDeadlineCheck(data: Hex): bigint {
  const reader = new ByteReader(data, "multicall(uint256,bytes[])");
  reader.expect(SELECTOR);
  const deadline = reader.uint(32);
  if (reader.uint(32) !== 64n) reader.fail("the array must start right after its offset");
  if (reader.uint(32) !== 0n) reader.fail("the array of calls must be empty");
  reader.end();
  return deadline;
}
