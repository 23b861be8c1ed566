import { type Address, blockNumber, type EigenLayerWithdrawal } from "@ballast/core";
import { type EncodeFunctionResultParameters, encodeFunctionResult, type Hex, zeroAddress } from "viem";
import { contractView, type Entry } from "../../../testing/contractView.ts";
import { ETH } from "../../../testing/devnetView.ts";
import type { View } from "../../../testing/fakeChain.ts";
import { ACCOUNT } from "../../../testing/fakeReader.ts";
import { words } from "../../../testing/word.ts";
import { EIGENLAYER } from "../abi.ts";
import { AVS, EL, OPERATOR, PROXY_ADMIN, STETH_TOKEN } from "./eigenlayerDeployment.ts";

/** A function of a contract by its name here; `stETH` and `proxyAdmin` beside EigenLayer's own. */
export type Change = readonly [
  contract: keyof typeof EL | "stETH" | "proxyAdmin",
  signature: string,
  answer: Entry["answer"],
];

const ADDRESSES: Readonly<Record<Change[0], Address>> = {
  ...EL,
  stETH: STETH_TOKEN,
  proxyAdmin: PROXY_ADMIN,
};
const fn = (...[contract, signature, answer]: Change): Entry => ({
  to: ADDRESSES[contract],
  signature,
  answer,
});

/** What a function of EigenLayer's returns, as bytes. */
export const returned = (functionName: string, result: unknown): Hex =>
  encodeFunctionResult({
    abi: EIGENLAYER,
    functionName,
    result,
  } as unknown as EncodeFunctionResultParameters);

export const WAIT = 100n;
export const SHARES = 100n * ETH;
export const MAGNITUDE = (9n * ETH) / 10n;
export const TOTAL_SHARES = 1_000n * ETH;
export const TOKEN_BALANCE = 1_100n * ETH;

/** A withdrawal of 40 shares of the account, queued in block 500 while delegated to the operator. */
export const WITHDRAWAL: EigenLayerWithdrawal = {
  staker: ACCOUNT.address,
  delegatedTo: OPERATOR,
  withdrawer: ACCOUNT.address,
  nonce: 3n,
  startBlock: blockNumber(500n),
  strategies: [EL.stETHStrategy],
  scaledShares: [40n * ETH],
};

/** The answer of `getQueuedWithdrawals` for these withdrawals, each with the shares that it gives now. */
export const queued = (
  ...list: readonly { readonly withdrawal: EigenLayerWithdrawal; readonly shares: readonly bigint[] }[]
): Hex =>
  returned("getQueuedWithdrawals", [
    list.map(({ withdrawal }) => ({ ...withdrawal, startBlock: Number(withdrawal.startBlock) })),
    list.map(({ shares }) => shares),
  ]);

/** Operator set `id` of the service. */
export const operatorSet = (id: number) => ({ avs: AVS, id });

/** An allocation of so much magnitude, with a change under way or not. */
export const allocation = (
  currentMagnitude: bigint,
  pending: { readonly pendingDiff?: bigint; readonly effectBlock?: number } = {},
) => ({ currentMagnitude, pendingDiff: 0n, effectBlock: 0, ...pending });

const rate = (TOKEN_BALANCE + 1000n) * ETH;

/** An account that delegated 100 shares, 90 left of them by slashing; nothing queued, nothing paused, nothing allocated. */
const CALM: readonly Entry[] = [
  fn("delegationManager", "delegatedTo(address)", returned("delegatedTo", OPERATOR)),
  fn(
    "delegationManager",
    "getDepositedShares(address)",
    returned("getDepositedShares", [[EL.stETHStrategy], [SHARES]]),
  ),
  fn(
    "delegationManager",
    "getWithdrawableShares(address,address[])",
    returned("getWithdrawableShares", [[(SHARES * MAGNITUDE) / ETH], [SHARES]]),
  ),
  fn("delegationManager", "getQueuedWithdrawals(address)", queued()),
  fn("delegationManager", "minWithdrawalDelayBlocks()", words(WAIT)),
  ...(
    ["delegationManager", "strategyManager", "allocationManager", "eigenPodManager", "stETHStrategy"] as const
  ).map((contract) => fn(contract, "paused()", words(0n))),
  fn("strategyManager", "owner()", returned("owner", PROXY_ADMIN)),
  fn("strategyManager", "strategyIsWhitelistedForDeposit(address)", words(1n)),
  fn("stETHStrategy", "underlyingToken()", returned("underlyingToken", STETH_TOKEN)),
  fn("stETHStrategy", "totalShares()", words(TOTAL_SHARES)),
  fn("stETHStrategy", "sharesToUnderlyingView(uint256)", words(rate / (TOTAL_SHARES + 1000n))),
  fn("stETHStrategy", "getTVLLimits()", words(500n * ETH, 5_000n * ETH)),
  fn("stETH", "balanceOf(address)", words(TOKEN_BALANCE)),
  fn("allocationManager", "getMaxMagnitudes(address,address[])", returned("getMaxMagnitudes", [MAGNITUDE])),
  fn(
    "allocationManager",
    "getMaxMagnitudesAtBlock(address,address[],uint32)",
    returned("getMaxMagnitudesAtBlock", [ETH]),
  ),
  fn("allocationManager", "getRegisteredSets(address)", returned("getRegisteredSets", [])),
  fn("allocationManager", "isOperatorRedistributable(address)", words(0n)),
  fn(
    "allocationManager",
    "getStrategyAllocations(address,address)",
    returned("getStrategyAllocations", [[], []]),
  ),
  fn("proxyAdmin", "owner()", returned("owner", zeroAddress)),
];

/** EigenLayer on a calm day, with these changes. */
export const eigenlayerView = (...changes: readonly Change[]): View =>
  contractView([...CALM, ...changes.map((change) => fn(...change))]);
