import type { EtherfiTotals } from "./etherfiTotals.ts";
import { sharesForAmountDown } from "./sharesForAmountDown.ts";

/** What a withdrawal request remembers; from then on it can only pay less. */
export type WithdrawalRequest = {
  /** wei: the most that it pays */
  readonly amountOfEEth: bigint;
  /** what a loss before finalisation is measured by */
  readonly shareOfEEth: bigint;
};

/**
 * A request for an amount of eETH; its shares are rounded down.
 * Source: etherfi-protocol/smart-contracts, src/core/LiquidityPool.sol `requestWithdraw`.
 * @param amountOfEEth wei, within the pool's limits (see `requestsBySize`)
 */
export function withdrawalRequest(amountOfEEth: bigint, totals: EtherfiTotals): WithdrawalRequest {
  return { amountOfEEth, shareOfEEth: sharesForAmountDown(amountOfEEth, totals) };
}
