import { concatHex, encodeFunctionData, encodePacked, type Hex, parseAbi, size } from "viem";

/** The calls that a builder makes, by viem: nothing here is shared with the decoder under test. */

const ERC20 = parseAbi(["function approve(address spender, uint256 amount)"]);
const ROUTER = parseAbi([
  "struct Swap { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(Swap swap)",
  "function multicall(uint256 deadline, bytes[] data)",
]);
const MULTI_SEND = parseAbi(["function multiSend(bytes transactions)"]);

export type Call = { to: Hex; value: bigint; data: Hex };
export type Swap = {
  tokenIn: Hex;
  tokenOut: Hex;
  fee: number;
  recipient: Hex;
  amountIn: bigint;
  amountOutMinimum: bigint;
  sqrtPriceLimitX96: bigint;
};

export const approveData = (spender: Hex, amount: bigint): Hex =>
  encodeFunctionData({ abi: ERC20, functionName: "approve", args: [spender, amount] });

export const swapData = (swap: Swap): Hex =>
  encodeFunctionData({ abi: ROUTER, functionName: "exactInputSingle", args: [swap] });

export const deadlineData = (deadline: bigint, data: Hex[] = []): Hex =>
  encodeFunctionData({ abi: ROUTER, functionName: "multicall", args: [deadline, data] });

export const multiSendData = (calls: readonly Call[], operation = 0): Hex => {
  const packed = calls.map(({ to, value, data }) =>
    encodePacked(
      ["uint8", "address", "uint256", "uint256", "bytes"],
      [operation, to, value, BigInt(size(data)), data],
    ),
  );
  return encodeFunctionData({ abi: MULTI_SEND, functionName: "multiSend", args: [concatHex(packed)] });
};
