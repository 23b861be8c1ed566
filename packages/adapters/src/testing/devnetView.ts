import { type Address, address, routeId } from "@ballast/core";
import { loadDeployment } from "../deployment/loadDeployment.ts";
import { contractView, type Entry } from "./contractView.ts";
import type { View } from "./fakeChain.ts";
import { FULL } from "./fullDeployment.ts";
import { words } from "./word.ts";

export const DEVNET = loadDeployment("devnet");
export const UNISWAP = routeId("uniswap-v3");

/** The address of a venue's contract, a feed or the quoter, on the devnet with every contract. */
export const addressOf = (name: string): Address => {
  const venues = Object.values(FULL.venues).flatMap((contracts) => Object.entries(contracts));
  const contract = venues.find(([key]) => key === name)?.[1].address;
  const feed = DEVNET.feeds.find(({ id }) => id === name)?.address;
  const found = contract ?? feed ?? (name === "quoter" ? DEVNET.routes[UNISWAP]?.quoter : undefined);
  if (found === undefined) throw new Error(`the devnet has no ${name}`);
  return found;
};

/** When the fake devnet's newest block was made. */
export const NOW = 1_795_000_000n;
export const ETH = 10n ** 18n;
export const WEETH_RATE = 1_080_000_000_000_000_001n;
export const WSTETH_RATE = 1_220_000_000_000_000_003n;

/** A function of the devnet: contract, function, answer. */
export type Change = readonly [to: string, signature: string, answer: Entry["answer"]];

const fn = (...[to, signature, answer]: Change): Entry => ({ to: addressOf(to), signature, answer });
const round = (answer: bigint) => words(9n, answer, NOW - 60n, NOW - 60n, 9n);

/** Constant product with this depth on both sides, in wei. */
const DEPTH = 50_000n * ETH;
const quote = ([, , amountIn = 0n]: readonly bigint[]) =>
  words((amountIn * DEPTH) / (DEPTH + amountIn), 2n ** 96n, 1n, 95_000n);

/** Address of the accounts of tests, which answers the callback of an NFT as a Safe with a fallback handler does. */
export const SAFE = address(`0x${"5a".repeat(20)}`);
const MAGIC = `0x150b7a02${"0".repeat(56)}` as const;

/** Share of eETH and of stETH that backs everything, so that the rates are what they are. */
const SHARES = 10n ** 24n;

/** The ways out: nothing is paused, nobody is blocked, no request is made yet but the 40 that are finalised. */
const WAYS_OUT: readonly Entry[] = [
  fn("stETH", "balanceOf(address)", words(0n)),
  fn("stETH", "getTotalPooledEther()", words((SHARES * WSTETH_RATE) / ETH)),
  fn("stETH", "getTotalShares()", words(SHARES)),
  fn("withdrawalQueue", "isPaused()", words(0n)),
  fn("withdrawalQueue", "getResumeSinceTimestamp()", words(NOW - 1_000n)),
  fn("withdrawalQueue", "isBunkerModeActive()", words(0n)),
  fn("withdrawalQueue", "unfinalizedStETH()", words(70n * ETH)),
  fn("withdrawalQueue", "MIN_STETH_WITHDRAWAL_AMOUNT()", words(100n)),
  fn("withdrawalQueue", "MAX_STETH_WITHDRAWAL_AMOUNT()", words(1_000n * ETH)),
  fn("withdrawalQueue", "getLastFinalizedRequestId()", words(40n)),
  fn("withdrawalQueue", "getLastCheckpointIndex()", words(3n)),
  fn("withdrawalQueue", "getWithdrawalRequests(address)", words(32n, 0n)),
  fn("weETH", "paused()", words(0n)),
  fn("eETH", "paused()", words(0n)),
  fn("eETH", "balanceOf(address)", words(50n * ETH)),
  fn("liquidityPool", "minWithdrawAmount()", words(ETH / 1_000n)),
  fn("liquidityPool", "maxWithdrawAmount()", words(1_000n * ETH)),
  ...["withdrawRequestNFT", "withdrawAdapter", "redemptionManager"].flatMap((name) => [
    fn(name, "paused()", words(0n)),
    fn(name, "pausedUntil()", words(0n)),
  ]),
  fn("withdrawRequestNFT", "nextRequestId()", words(43n)),
  fn("withdrawRequestNFT", "lastFinalizedRequestId()", words(40n)),
  fn("withdrawRequestNFT", "ethAmountLockedForWithdrawal()", words(20n * ETH)),
  fn("withdrawAdapter", "weETH()", words(1n)),
  fn("redemptionManager", "treasury()", words(1n)),
  fn("redemptionManager", "tokenToRedemptionInfo(address)", words(9n, 9n, 9n, 9n, 1_000n, 30n, 100n)),
  fn("redemptionManager", "totalRedeemableAmount(address)", words(200n * ETH)),
  fn("redemptionManager", "canRedeem(uint256,address)", words(1n)),
  fn("blacklister", "blacklistedUntil(address)", words(0n)),
  { to: SAFE, signature: "onERC721Received(address,address,uint256,bytes)", answer: MAGIC },
];

const CALM: readonly Entry[] = [
  ...WAYS_OUT,
  fn("wstETH", "stEthPerToken()", words(WSTETH_RATE)),
  fn("wstETH", "balanceOf(address)", words(520n * ETH)),
  fn("stETH", "isStopped()", words(0n)),
  fn("weETH", "getRate()", words(WEETH_RATE)),
  fn("weETH", "balanceOf(address)", words(300n * ETH)),
  fn("weETH", "pausedUntil()", words(0n)),
  fn("eETH", "pausedUntil()", words(0n)),
  fn("eETH", "totalShares()", words(SHARES)),
  fn("liquidityPool", "paused()", words(0n)),
  fn("liquidityPool", "pausedUntil()", words(0n)),
  fn("liquidityPool", "getTotalPooledEther()", words((SHARES * WEETH_RATE) / ETH)),
  fn("WETH", "balanceOf(address)", words(180n * ETH)),
  { to: DEVNET.multicall, signature: "getEthBalance(address)", answer: words(7n) },
  ...DEVNET.feeds.flatMap(({ id, decimals }) => [
    fn(id, "latestRoundData()", round(10n ** decimals)),
    fn(id, "decimals()", words(decimals)),
  ]),
  fn("quoter", "quoteExactInputSingle((address,address,uint256,uint24,uint160))", quote),
];

/** The devnet's contracts on a calm day, with these changes. */
export const devnetView = (...changes: readonly Change[]): View =>
  contractView([...CALM, ...changes.map((change) => fn(...change))]);
