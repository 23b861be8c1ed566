import type { Hex } from "@ballast/core";
import { BaseError, decodeErrorResult } from "viem";

const REVERTS = [
  { type: "error", name: "Error", inputs: [{ name: "message", type: "string" }] },
  { type: "error", name: "Panic", inputs: [{ name: "code", type: "uint256" }] },
] as const;

/** A revert in words: its message, its panic code, or the selector of an error of the contract's own. */
export function describeRevert(data: Hex): string {
  if (data === "0x") return "reverted without a reason";
  try {
    const { errorName, args } = decodeErrorResult({ abi: REVERTS, data });
    const [first] = args;
    return errorName === "Error"
      ? `reverted with ${JSON.stringify(String(first)).slice(0, 200)}`
      : `reverted with panic ${first}`;
  } catch (error) {
    if (error instanceof BaseError) return `reverted with ${data.slice(0, 10)}`;
    throw error;
  }
}
