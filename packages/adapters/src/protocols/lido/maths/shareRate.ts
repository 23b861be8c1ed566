import { mulDivDown } from "@ballast/core";
import type { PoolTotals } from "./poolTotals.ts";
import type { WithdrawalRequest } from "./withdrawalRequest.ts";

/** The queue's share rates are wei of ether per share times this. Source: lidofinance/core, WithdrawalQueueBase.sol (E27_PRECISION_BASE). */
export const E27 = 10n ** 27n;

/**
 * The rate at which a request was made, or the average of several, in E27, rounded down. Source: the same (_calcBatch).
 *
 * @throws UnitError when it has no shares
 */
export const requestShareRateDown = ({ amountOfStETH, amountOfShares }: WithdrawalRequest): bigint =>
  mulDivDown(amountOfStETH, { times: E27, over: amountOfShares });

/**
 * The pool's rate now, in E27, rounded down: what a report finalises at, unless a loss is still being counted.
 *
 * @throws UnitError when there are no shares
 */
export const poolShareRateDown = ({ totalPooledEther, totalShares }: PoolTotals): bigint =>
  mulDivDown(totalPooledEther, { times: E27, over: totalShares });
