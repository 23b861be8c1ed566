import type { DevnetTransaction } from "../chain/transaction.ts";
import { type DevnetPool, devnetPools } from "../deploy/pools.ts";
import type { Market } from "./readMarket.ts";
import { poolPriceWadDown } from "./sqrtPrice.ts";
import { swapToPrice } from "./swapToPrice.ts";

/** The market maker lets a pool's price stray this far from the accounting rate before it trades. */
export const toleranceBps = 2n;

/**
 * The swaps that bring each strayed pool back to its accounting rate.
 * @param leaveAlone a pool that the market maker must not touch (a depeg is on)
 */
export function marketMakerSwaps(
  market: Market,
  leaveAlone: DevnetPool["token"] | null,
): DevnetTransaction[] {
  return Object.values(devnetPools)
    .filter((pool) => pool.token !== leaveAlone)
    .filter((pool) => hasStrayed(pool, market))
    .map((pool) =>
      swapToPrice(pool, {
        sqrtPriceX96: market.sqrtPriceX96[pool.token],
        targetWad: market.rateWad[pool.token],
      }),
    )
    .filter((swap) => swap !== null);
}

function hasStrayed(pool: DevnetPool, { sqrtPriceX96, rateWad }: Market): boolean {
  const price = poolPriceWadDown(sqrtPriceX96[pool.token], pool.token0 === pool.tokenAddress);
  const rate = rateWad[pool.token];
  const distance = price > rate ? price - rate : rate - price;
  return distance * 10_000n > rate * toleranceBps;
}
