import { encodeFunctionData } from "viem";
import { feedAbi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { type DevnetFeed, devnetFeeds } from "../deploy/feeds.ts";
import { type DevnetPool, devnetPools } from "../deploy/pools.ts";
import { nextEthUsd } from "./nextEthUsd.ts";
import type { LatestRound, Market } from "./readMarket.ts";
import { poolPriceWadDown } from "./sqrtPrice.ts";

/** A market feed also reports as soon as its price has moved by this much, as Chainlink's do (0.5 %). */
export const deviationBps = 50n;
const wad = 10n ** 18n;
const ethUsdSeed = "ballast devnet";

/**
 * The reports that are due at a time: for a feed without rounds, at three quarters of its heartbeat, or on deviation.
 * The staking tokens' feeds carry market prices, read from the pools: a depeg shows here and not in the accounting rate.
 */
export function feedReports(
  market: Market,
  { now, silent = [] }: { now: number; silent?: readonly string[] },
): DevnetTransaction[] {
  const { ethUsd, stEthEth, weEthEth } = market.feeds;
  const wstEthPrice = poolPrice(devnetPools.wstETH, market);
  const answers: readonly (readonly [DevnetFeed, LatestRound, bigint])[] = [
    [devnetFeeds.stEthEth, stEthEth, (wstEthPrice * wad) / market.rateWad.wstETH],
    [devnetFeeds.weEthEth, weEthEth, poolPrice(devnetPools.weETH, market)],
  ];
  const moved = answers
    .filter(([feed]) => !silent.includes(feed.id))
    .filter(([feed, last, answer]) => isDue(feed, { last, now }) || hasDeviated(last, answer));
  const reports = moved.map(([feed, , answer]) => report(feed, answer));
  return !silent.includes(devnetFeeds.ethUsd.id) && isDue(devnetFeeds.ethUsd, { last: ethUsd, now })
    ? [report(devnetFeeds.ethUsd, ethUsdAnswer(ethUsd, now)), ...reports]
    : reports;
}

function isDue(feed: DevnetFeed, { last, now }: { last: LatestRound; now: number }): boolean {
  return last === null || (now - last.updatedAt) * 4 >= feed.heartbeatSeconds * 3;
}

function hasDeviated(last: LatestRound, answer: bigint): boolean {
  if (last === null) return true;
  const distance = answer > last.answer ? answer - last.answer : last.answer - answer;
  return distance * 10_000n >= last.answer * deviationBps;
}

function ethUsdAnswer(last: LatestRound, now: number): bigint {
  if (last === null) return nextEthUsd({ seed: ethUsdSeed, last: null });
  const { roundId, answer } = last;
  return nextEthUsd({ seed: ethUsdSeed, last: { roundId, answer, elapsed: BigInt(now - last.updatedAt) } });
}

function poolPrice(pool: DevnetPool, market: Market): bigint {
  return poolPriceWadDown(market.sqrtPriceX96[pool.token], pool.token0 === pool.tokenAddress);
}

function report(feed: DevnetFeed, answer: bigint): DevnetTransaction {
  const data = encodeFunctionData({ abi: feedAbi, functionName: "transmit", args: [answer] });
  return {
    what: `report ${feed.id}`,
    from: devnetAccounts.reporter.address,
    to: feed.address,
    data,
    gas: 200_000n,
  };
}
