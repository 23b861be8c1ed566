import type { Address, InnerCall, UnixSeconds } from "@ballast/core";
import { encodeFunctionData, parseAbi } from "viem";

const CHECKER = parseAbi(["function multicall(uint256 deadline, bytes[] data)"]);

/**
 * The first call of every batch: Uniswap SwapRouter02's `multicall(deadline, [])`, which does nothing before
 * the deadline and reverts the batch after it, so that signatures that lie around do no harm.
 */
export function deadlineCall(checker: Address, deadline: UnixSeconds): InnerCall {
  return { to: checker, value: 0n, data: encodeFunctionData({ abi: CHECKER, args: [deadline, []] }) };
}
