import type { EtherfiTotals } from "./etherfiTotals.ts";
import { sharesForAmountDown } from "./sharesForAmountDown.ts";

/**
 * Shares of eETH that a deposit mints, rounded down: floor(wei·S/P) with the totals before it; one for one into an empty pool.
 * 0 means that the contract refuses (`InvalidAmount`).
 * Source: etherfi-protocol/smart-contracts, src/core/LiquidityPool.sol `_sharesForDepositAmount`.
 */
export function depositSharesDown(wei: bigint, before: EtherfiTotals): bigint {
  return before.pooled === 0n ? wei : sharesForAmountDown(wei, before);
}
