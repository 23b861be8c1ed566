import type { Address, Hex } from "@ballast/core";
import {
  AbiDecodingZeroDataError,
  BaseError,
  decodeFunctionResult,
  encodeFunctionData,
  parseAbi,
} from "viem";

/** Multicall3, https://github.com/mds1/multicall3 */
const MULTICALL3 = parseAbi([
  "struct Call3 { address target; bool allowFailure; bytes callData; }",
  "struct Result { bool success; bytes returnData; }",
  "function aggregate3(Call3[] calls) payable returns (Result[] returnData)",
  "function getEthBalance(address addr) view returns (uint256 balance)",
]);

/** What one call of an aggregate came to. */
export type AggregateResult = { readonly success: boolean; readonly returnData: Hex };

/** Calldata of an aggregate in which each call may fail alone. */
export function encodeAggregate3(calls: readonly { readonly to: Address; readonly data: Hex }[]): Hex {
  const args = calls.map(({ to, data }) => ({ target: to, allowFailure: true, callData: data }));
  return encodeFunctionData({ abi: MULTICALL3, functionName: "aggregate3", args: [args] });
}

/** The results of an aggregate; null when the bytes are not one, or not of this many calls. */
export function decodeAggregate3(data: Hex, calls: number): readonly AggregateResult[] | null {
  try {
    const results = decodeFunctionResult({ abi: MULTICALL3, functionName: "aggregate3", data });
    return results.length === calls ? results : null;
  } catch (error) {
    if (error instanceof BaseError || error instanceof AbiDecodingZeroDataError) return null;
    throw error;
  }
}

/** Calldata for the balance of an account in the chain's own coin, asked of Multicall3. */
export const encodeGetEthBalance = (account: Address): Hex =>
  encodeFunctionData({ abi: MULTICALL3, functionName: "getEthBalance", args: [account] });
