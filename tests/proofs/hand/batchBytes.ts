import type { Address, Hex, InnerCall } from "@ballast/core";
import { concatHex, decodeFunctionData, encodeFunctionData, parseAbi, size, toHex } from "viem";

const MULTI_SEND = parseAbi(["function multiSend(bytes transactions)"]);

/** Written anew from the contracts: an approval, and SwapRouter02's swap and deadline check. */
export const APPROVE = parseAbi(["function approve(address spender, uint256 amount)"]);
export const TRANSFER = parseAbi(["function transfer(address to, uint256 amount)"]);
export const MULTICALL = parseAbi(["function multicall(uint256 deadline, bytes[] data)"]);
export const SWAP = parseAbi([
  "struct Swap { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(Swap)",
]);

/** MultiSend's packed bytes; `operations` says which calls are delegatecalls, none unless told. */
export function batchBytes(calls: readonly InnerCall[], operations: readonly (0 | 1)[] = []): Hex {
  const packed = calls.map(({ to, value, data }, index) =>
    concatHex([
      toHex(operations[index] ?? 0, { size: 1 }),
      to,
      toHex(value, { size: 32 }),
      toHex(size(data), { size: 32 }),
      data,
    ]),
  );
  return encodeFunctionData({ abi: MULTI_SEND, args: [concatHex(packed)] });
}

/** Changes arguments of every swap among the calls. */
export function withSwaps(
  calls: readonly InnerCall[],
  change: (swap: { recipient: Address; amountOutMinimum: bigint; sqrtPriceLimitX96: bigint }) => object,
): InnerCall[] {
  return calls.map((call) => {
    const [swap] = swapArguments(call) ?? [];
    if (swap === undefined) return call;
    return { ...call, data: encodeFunctionData({ abi: SWAP, args: [{ ...swap, ...change(swap) }] }) };
  });
}

/** Changes arguments of every approval among the calls. */
export function withApprovals(
  calls: readonly InnerCall[],
  change: (approval: { spender: Address; amount: bigint }) => { spender: Address; amount: bigint },
): InnerCall[] {
  return calls.map((call) => {
    if (!call.data.startsWith("0x095ea7b3")) return call;
    const [spender, amount] = decodeFunctionData({ abi: APPROVE, data: call.data }).args;
    const changed = change({ spender, amount });
    return {
      ...call,
      data: encodeFunctionData({ abi: APPROVE, args: [changed.spender, changed.amount] }),
    };
  });
}

function swapArguments({ data }: InnerCall) {
  return data.startsWith("0x04e45aaf") ? decodeFunctionData({ abi: SWAP, data }).args : undefined;
}
