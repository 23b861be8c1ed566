import { decodeFunctionData } from "viem";
import { describe, expect, test } from "vitest";
import { feedAbi } from "../abis.ts";
import { devnetFeeds } from "../deploy/feeds.ts";
import { devnetPools } from "../deploy/pools.ts";
import { feedReports } from "./feedReports.ts";
import type { Market } from "./readMarket.ts";
import { sqrtPriceX96Down } from "./sqrtPrice.ts";

const wad = 10n ** 18n;
const now = 1_790_000_000;
const rateWad = { wstETH: 1_230_000_000_000_000_000n, weETH: 1_090_000_000_000_000_000n };
const root = (token: "wstETH" | "weETH", priceWad: bigint) =>
  sqrtPriceX96Down(priceWad, devnetPools[token].token0 === devnetPools[token].tokenAddress);

function market({
  age,
  weEthPrice = rateWad.weETH,
  wstEthPrice = rateWad.wstETH,
}: {
  age: number | null;
  weEthPrice?: bigint;
  wstEthPrice?: bigint;
}): Market {
  const last = (answer: bigint) => (age === null ? null : { roundId: 5n, answer, updatedAt: now - age });
  return {
    timestamp: now - 4,
    rateWad,
    sqrtPriceX96: { wstETH: root("wstETH", wstEthPrice), weETH: root("weETH", weEthPrice) },
    feeds: { ethUsd: last(320_000_000_000n), stEthEth: last(wad), weEthEth: last(rateWad.weETH) },
  };
}

const reported = (facts: Market) =>
  feedReports(facts, { now }).map(({ to, data }) => {
    const id = Object.values(devnetFeeds).find((feed) => feed.address === to)?.id;
    return { id, answer: decodeFunctionData({ abi: feedAbi, data: data ?? "0x" }).args?.[0] };
  });

describe("which feeds report", () => {
  test.each([
    { what: "every feed, when there are no rounds", age: null, ids: ["ETH/USD", "stETH/ETH", "weETH/ETH"] },
    { what: "none, just after a round", age: 4, ids: [] },
    { what: "none, a second before three quarters of the shortest heartbeat", age: 89, ids: [] },
    { what: "ETH/USD, at three quarters of its heartbeat", age: 90, ids: ["ETH/USD"] },
    {
      what: "every feed, at three quarters of the longest heartbeat",
      age: 450,
      ids: ["ETH/USD", "stETH/ETH", "weETH/ETH"],
    },
    { what: "every feed, after a gap of days", age: 200_000, ids: ["ETH/USD", "stETH/ETH", "weETH/ETH"] },
  ])("$what", ({ age, ids }) => {
    expect(reported(market({ age })).map(({ id }) => id)).toEqual(ids);
  });

  test("a market feed reports at once when its price has moved by half a percent, and not before", () => {
    const moved = (bps: bigint) =>
      market({ age: 4, weEthPrice: (rateWad.weETH * (10_000n - bps)) / 10_000n });
    expect(reported(moved(49n))).toEqual([]);
    expect(reported(moved(51n)).map(({ id }) => id)).toEqual(["weETH/ETH"]);
  });
});

describe("what they report", () => {
  test("stETH/ETH is the pool's price of wstETH over the rate of wstETH", () => {
    const facts = market({ age: null, wstEthPrice: (rateWad.wstETH * 99n) / 100n });
    const answer = reported(facts).find(({ id }) => id === "stETH/ETH")?.answer ?? 0n;
    expect(answer > 989_999_999_999_999_990n && answer <= 990_000_000_000_000_000n).toBe(true);
  });

  test("weETH/ETH is the pool's price, not the accounting rate", () => {
    const facts = market({ age: null, weEthPrice: wad });
    const answer = reported(facts).find(({ id }) => id === "weETH/ETH")?.answer ?? 0n;
    expect(answer > wad - 10n && answer <= wad + 10n).toBe(true);
  });
});
