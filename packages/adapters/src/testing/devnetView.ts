import { type Address, routeId } from "@ballast/core";
import { loadDeployment } from "../deployment/loadDeployment.ts";
import { contractView, type Entry } from "./contractView.ts";
import type { View } from "./fakeChain.ts";
import { words } from "./word.ts";

export const DEVNET = loadDeployment("devnet");
export const UNISWAP = routeId("uniswap-v3");

/** The devnet's address of a venue's contract, a feed or the quoter. */
export const addressOf = (name: string): Address => {
  const venues = Object.values(DEVNET.venues).flatMap((contracts) => Object.entries(contracts));
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

const CALM: readonly Entry[] = [
  fn("wstETH", "stEthPerToken()", words(WSTETH_RATE)),
  fn("wstETH", "balanceOf(address)", words(520n * ETH)),
  fn("stETH", "isStopped()", words(0n)),
  fn("weETH", "getRate()", words(WEETH_RATE)),
  fn("weETH", "balanceOf(address)", words(300n * ETH)),
  fn("weETH", "pausedUntil()", words(0n)),
  fn("eETH", "pausedUntil()", words(0n)),
  fn("eETH", "totalShares()", words(1n)),
  fn("liquidityPool", "paused()", words(0n)),
  fn("liquidityPool", "pausedUntil()", words(0n)),
  fn("liquidityPool", "getTotalPooledEther()", words(1n)),
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
