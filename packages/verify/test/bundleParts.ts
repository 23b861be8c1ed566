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

const VENUES = parseAbi([
  "struct Params { address[] strategies; uint256[] depositShares; address deprecatedWithdrawer; }",
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
  "function queueWithdrawals(Params[] params)",
  "function undelegate(address staker)",
  "function completeQueuedWithdrawals(Withdrawal[] withdrawals, address[][] tokens, bool[] receiveAsTokens)",
  "function requestWithdraw(uint256 weETHAmount, address recipient)",
  "function batchClaimWithdraw(uint256[] tokenIds)",
  "function requestWithdrawalsWstETH(uint256[] amounts, address owner)",
  "function claimWithdrawals(uint256[] requestIds, uint256[] hints)",
]);

export type Params = { strategies: Hex[]; depositShares: bigint[]; deprecatedWithdrawer: Hex };
export type Withdrawal = {
  staker: Hex;
  delegatedTo: Hex;
  withdrawer: Hex;
  nonce: bigint;
  startBlock: bigint;
  strategies: Hex[];
  scaledShares: bigint[];
};

export const queueWithdrawalsData = (...params: Params[]): Hex =>
  encodeFunctionData({ abi: VENUES, functionName: "queueWithdrawals", args: [params] });

export const undelegateData = (staker: Hex): Hex =>
  encodeFunctionData({ abi: VENUES, functionName: "undelegate", args: [staker] });

export const completeData = (
  withdrawals: readonly Withdrawal[],
  tokens: readonly Hex[][],
  receiveAsTokens: readonly boolean[],
): Hex => {
  const exact = withdrawals.map((each) => ({ ...each, startBlock: Number(each.startBlock) }));
  return encodeFunctionData({
    abi: VENUES,
    functionName: "completeQueuedWithdrawals",
    args: [exact, tokens, receiveAsTokens],
  });
};

export const requestWithdrawData = (amount: bigint, recipient: Hex): Hex =>
  encodeFunctionData({ abi: VENUES, functionName: "requestWithdraw", args: [amount, recipient] });

export const batchClaimData = (ids: readonly bigint[]): Hex =>
  encodeFunctionData({ abi: VENUES, functionName: "batchClaimWithdraw", args: [ids] });

export const requestWstEthData = (amounts: readonly bigint[], owner: Hex): Hex =>
  encodeFunctionData({ abi: VENUES, functionName: "requestWithdrawalsWstETH", args: [amounts, owner] });

export const claimWithdrawalsData = (ids: readonly bigint[], hints: readonly bigint[]): Hex =>
  encodeFunctionData({ abi: VENUES, functionName: "claimWithdrawals", args: [ids, hints] });
