import type { Address, Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** `exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))` of SwapRouter02 (IV3SwapRouter.sol). */
const SELECTOR: Hex = "0x04e45aaf";

export type ExactInputSingle = {
  readonly tokenIn: Address;
  readonly tokenOut: Address;
  readonly fee: bigint;
  readonly recipient: Address;
  readonly amountIn: bigint;
  readonly amountOutMinimum: bigint;
  readonly sqrtPriceLimitX96: bigint;
};

/** @throws MalformedDataError when the data is not exactly one exactInputSingle call */
export function decodeExactInputSingle(data: Hex): ExactInputSingle {
  const reader = new ByteReader(data, "exactInputSingle");
  reader.expect(SELECTOR);
  const decoded: ExactInputSingle = {
    tokenIn: reader.addressWord(),
    tokenOut: reader.addressWord(),
    fee: reader.uint(32),
    recipient: reader.addressWord(),
    amountIn: reader.uint(32),
    amountOutMinimum: reader.uint(32),
    sqrtPriceLimitX96: reader.uint(32),
  };
  reader.end();
  return decoded;
}
