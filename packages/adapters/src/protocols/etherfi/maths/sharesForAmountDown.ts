import type { EtherfiTotals } from "./etherfiTotals.ts";

/**
 * Shares of eETH that an amount moves, rounded down: floor(amount·S/P). 0 while nothing is pooled. A transfer and a wrap move
 * exactly so many, so that a receiver may be shown a wei less than was sent, and a single wei moves nothing.
 * Source: etherfi-protocol/smart-contracts, src/core/LiquidityPool.sol `sharesForAmount`, EETH.sol `_transfer`, WeETH.sol `wrap`.
 * @param amount wei of eETH
 */
export function sharesForAmountDown(amount: bigint, { pooled, shares }: EtherfiTotals): bigint {
  return pooled === 0n ? 0n : (amount * shares) / pooled;
}
