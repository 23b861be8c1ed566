import type { Address, Hex } from "@ballast/core";
import { encodeFunctionData, erc20Abi } from "viem";
import { ETHER } from "./sampleBatch.ts";
import { VENUE_ABI } from "./withdrawalCalls.ts";

/** Calldata of single calls, by viem from the published interfaces, for what no honest encoder would write. */

export const queueing = (
  strategies: readonly Address[],
  depositShares: readonly bigint[] = strategies.map(() => 100n * ETHER),
): Hex =>
  encodeFunctionData({
    abi: VENUE_ABI,
    functionName: "queueWithdrawals",
    args: [[{ strategies, depositShares, deprecatedWithdrawer: `0x${"00".repeat(20)}` }]],
  });
export const asking = (amount: bigint, recipient: Address): Hex =>
  encodeFunctionData({ abi: VENUE_ABI, functionName: "requestWithdraw", args: [amount, recipient] });
export const askingLido = (amounts: readonly bigint[], owner: Address): Hex =>
  encodeFunctionData({ abi: VENUE_ABI, functionName: "requestWithdrawalsWstETH", args: [amounts, owner] });
export const claiming = (...ids: bigint[]): Hex =>
  encodeFunctionData({ abi: VENUE_ABI, functionName: "batchClaimWithdraw", args: [ids] });
export const claimingLido = (ids: bigint[], hints: bigint[]): Hex =>
  encodeFunctionData({ abi: VENUE_ABI, functionName: "claimWithdrawals", args: [ids, hints] });
export const approving = (spender: Address, amount: bigint): Hex =>
  encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] });
export const undelegating = (staker: Address): Hex =>
  encodeFunctionData({ abi: VENUE_ABI, functionName: "undelegate", args: [staker] });
