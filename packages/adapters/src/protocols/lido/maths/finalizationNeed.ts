import { claimableEtherDown } from "./claimableEtherDown.ts";
import type { WithdrawalRequest } from "./withdrawalRequest.ts";

/** What finalising costs the pool: wei of ether that the queue locks, and shares that belong to the requests. */
export type FinalizationNeed = { readonly ethToLockDown: bigint; readonly sharesToBurn: bigint };

/**
 * What has to be locked for batches of requests. A batch is judged as a whole, by its average rate, so that dust of up to a wei a request
 * stays in the queue. Source: lidofinance/core, contracts/0.8.9/WithdrawalQueueBase.sol (prefinalize).
 *
 * @param batches in order of the queue, none empty
 * @param maxShareRate in E27
 * @throws UnitError when a batch has no shares
 */
export function finalizationNeed(
  batches: readonly (readonly WithdrawalRequest[])[],
  maxShareRate: bigint,
): FinalizationNeed {
  const sums = batches.map(sumOf);
  return {
    ethToLockDown: sums.reduce((total, sum) => total + claimableEtherDown(sum, maxShareRate), 0n),
    sharesToBurn: sums.reduce((total, sum) => total + sum.amountOfShares, 0n),
  };
}

const sumOf = (batch: readonly WithdrawalRequest[]): WithdrawalRequest =>
  batch.reduce(
    (sum, request) => ({
      amountOfStETH: sum.amountOfStETH + request.amountOfStETH,
      amountOfShares: sum.amountOfShares + request.amountOfShares,
    }),
    { amountOfStETH: 0n, amountOfShares: 0n },
  );
