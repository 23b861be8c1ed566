import { etherForSharesDown } from "./etherForSharesDown.ts";
import type { PoolTotals } from "./poolTotals.ts";
import { sharesForEtherDown } from "./sharesForEtherDown.ts";

/** What the queue keeps of a request: wei of stETH as asked for, and the shares of that amount when it was made. */
export type WithdrawalRequest = { readonly amountOfStETH: bigint; readonly amountOfShares: bigint };

/**
 * The request that an amount of stETH becomes. The shares are rounded down, so that the request's own rate is at or above the pool's.
 * Source: lidofinance/core, contracts/0.8.9/WithdrawalQueue.sol (_requestWithdrawal).
 *
 * @param amount wei of stETH
 * @throws UnitError when nothing is pooled
 */
export const stEthRequestDown = (amount: bigint, totals: PoolTotals): WithdrawalRequest => ({
  amountOfStETH: amount,
  amountOfShares: sharesForEtherDown(amount, totals),
});

/**
 * The request that an amount of wstETH becomes: it is unwrapped first, so that both figures may be below what was held, by a wei or so.
 * The limits of a request hold for `amountOfStETH`. Source: the same (_requestWithdrawalWstETH).
 *
 * @param wstETH in its base units, which are shares
 * @throws UnitError when nothing is pooled
 */
export const wstEthRequestDown = (wstETH: bigint, totals: PoolTotals): WithdrawalRequest =>
  stEthRequestDown(etherForSharesDown(wstETH, totals), totals);
