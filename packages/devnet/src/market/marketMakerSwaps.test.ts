import { decodeFunctionData } from "viem";
import { expect, test } from "vitest";
import { routerAbi } from "../abis.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { devnetPools } from "../deploy/pools.ts";
import { marketMakerSwaps } from "./marketMakerSwaps.ts";
import type { Market } from "./readMarket.ts";
import { poolPriceWadDown, sqrtPriceX96Down } from "./sqrtPrice.ts";

const rateWad = { wstETH: 1_230_000_000_000_000_000n, weETH: 1_090_000_000_000_000_000n };
const isToken0 = (token: "wstETH" | "weETH") => devnetPools[token].token0 === devnetPools[token].tokenAddress;
const strayed = (token: "wstETH" | "weETH", parts: bigint) =>
  sqrtPriceX96Down((rateWad[token] * (100_000n + parts)) / 100_000n, isToken0(token));

/** @param away how far each price is from its rate, in tenths of a basis point */
function market(away: { wstETH: bigint; weETH: bigint }): Market {
  const sqrtPriceX96 = { wstETH: strayed("wstETH", away.wstETH), weETH: strayed("weETH", away.weETH) };
  return { timestamp: 0, rateWad, sqrtPriceX96, feeds: { ethUsd: null, stEthEth: null, weEthEth: null } };
}

test.each([
  { what: "nothing at the rates", away: { wstETH: 0n, weETH: 0n }, leave: null, swaps: [] },
  { what: "nothing within 2 bps", away: { wstETH: 19n, weETH: -19n }, leave: null, swaps: [] },
  { what: "sells what is too dear", away: { wstETH: 21n, weETH: 0n }, leave: null, swaps: ["sell wstETH"] },
  { what: "buys what is too cheap", away: { wstETH: 0n, weETH: -21n }, leave: null, swaps: ["buy weETH"] },
  {
    what: "both pools at once",
    away: { wstETH: -100n, weETH: 100n },
    leave: null,
    swaps: ["buy wstETH", "sell weETH"],
  },
  {
    what: "leaves a depegged pool alone",
    away: { wstETH: 100n, weETH: -2_000n },
    leave: "weETH" as const,
    swaps: ["sell wstETH"],
  },
])("the market maker: $what", ({ away, leave, swaps }) => {
  expect(marketMakerSwaps(market(away), leave).map(({ what }) => what)).toEqual(swaps);
});

test.each([
  { token: "wstETH" as const, away: -300n, pays: "weth" as const },
  { token: "weETH" as const, away: 300n, pays: "weETH" as const },
])("a swap of $token ends exactly at the accounting rate, whatever its size", ({ token, away, pays }) => {
  const [swap] = marketMakerSwaps(market({ wstETH: 0n, weETH: 0n, [token]: away }), null);
  const [params] = decodeFunctionData({ abi: routerAbi, data: swap?.data ?? "0x" }).args;
  expect(params.tokenIn).toBe(operatorAddresses[pays]);
  const distance = poolPriceWadDown(params.sqrtPriceLimitX96, isToken0(token)) - rateWad[token];
  expect(distance >= -1n && distance <= 1n).toBe(true);
});
