import type { EtherfiTotals } from "./etherfiTotals.ts";

/**
 * Shares of eETH that a withdrawal of an amount burns, rounded up: ceil(amount·S/P). 0 while nothing is pooled.
 * Source: etherfi-protocol/smart-contracts, src/core/LiquidityPool.sol `sharesForWithdrawalAmount`.
 * @param amount wei
 */
export function sharesForAmountUp(amount: bigint, { pooled, shares }: EtherfiTotals): bigint {
  return pooled === 0n ? 0n : (amount * shares + pooled - 1n) / pooled;
}
