import { etherfiMaths } from "@ballast/adapters";
import { figure, type RecordedStep } from "./recordedStep.ts";
import type { Payment, RigValues } from "./rigValues.ts";
import { StepProblem } from "./StepProblem.ts";

/** The unit in which ether.fi's rate limit counts, in wei. */
const BUCKET_UNIT = 10n ** 12n;
/** A bucket that limits nothing; the contract takes less than 2^64 units. */
const NO_LIMIT = 10n ** 30n;

/** What a file does not state of a redemption and what its figures imply. In wei. */
export type Circumstances = {
  readonly payment: Payment;
  /** what the pool, or for stETH the restaker, has at hand before the step */
  readonly liquidity: bigint;
  /** what the rate limit lets through before the step */
  readonly bucket: bigint;
};

/** Which token a redemption pays; undefined of another step. */
export function paymentOf({ action }: RecordedStep): Payment | undefined {
  return /^RedemptionManager\.redeem(?:EEth|WeEth) -> (ETH|stETH)$/.exec(action)?.[1] as Payment | undefined;
}

/**
 * Two circumstances of redemptions are not stated in a file and follow from `totalRedeemableAmountBefore`.
 * The restaker's stETH: as much as the largest figure, what had been paid out before it and the watermark come to. Whoever recorded
 * it lent a whole number of units; a figure that implies another amount is wrong, and is then refused by leaving the odd wei out.
 * The bucket refills by the second, its size may be changed, and neither is recorded: where the figure is below what lies above the
 * watermark, the bucket held as much. That is believed only of whole units, which is all that a bucket holds.
 */
export function redemptionSteps(
  steps: readonly RecordedStep[],
  rig: RigValues,
): ReadonlyMap<RecordedStep, Circumstances> {
  const redemptions = steps.flatMap((step) => recordedRedemption(step, rig) ?? []);
  const known = new Map<RecordedStep, Circumstances>();
  let stEth = lentStEth(steps, rig);
  for (const redemption of redemptions) {
    const { step, payment, paid, inLp } = redemption;
    const liquidity = payment === "ETH" ? inLp : stEth;
    known.set(step, { payment, liquidity, bucket: bucketOf(redemption, liquidity) });
    if (payment === "stETH") stEth -= paid;
  }
  return known;
}

function bucketOf({ step, redeemable, watermark, amount }: RecordedRedemption, liquidity: bigint): bigint {
  const free = liquidity - watermark;
  if (redeemable === undefined)
    return step.reverted === "ExceededRedeemable" && amount <= free ? 0n : NO_LIMIT;
  return redeemable < free && redeemable % BUCKET_UNIT === 0n ? redeemable : NO_LIMIT;
}

/** The stETH that the restaker must have had at the beginning; see above. */
export function lentStEth(steps: readonly RecordedStep[], rig: RigValues): bigint {
  let before = 0n;
  let most = 0n;
  for (const step of steps) {
    const redemption = recordedRedemption(step, rig);
    if (redemption?.payment !== "stETH") continue;
    const { redeemable, watermark, paid } = redemption;
    const lent = redeemable === undefined || redeemable === 0n ? 0n : redeemable + before + watermark;
    if (lent > most) most = lent;
    before += paid;
  }
  return most - (most % BUCKET_UNIT);
}

type RecordedRedemption = {
  readonly step: RecordedStep;
  readonly payment: Payment;
  readonly redeemable: bigint | undefined;
  readonly watermark: bigint;
  readonly inLp: bigint;
  readonly amount: bigint;
  /** wei of stETH */
  readonly paid: bigint;
};

/** What is needed here of a redemption; undefined where the file lacks some of it, which the step's own check then says. */
function recordedRedemption(step: RecordedStep, rig: RigValues): RecordedRedemption | undefined {
  const payment = paymentOf(step);
  if (payment === undefined) return undefined;
  try {
    const done = step.reverted === undefined;
    const pooled = figure(step, "before.totalPooledEther");
    return {
      step,
      payment,
      // A step that reverts may have been recorded without it.
      redeemable:
        done || step.totalRedeemableAmountBefore !== undefined
          ? figure(step, "totalRedeemableAmountBefore")
          : undefined,
      amount: amountOf(step),
      watermark: (pooled * rig.lowWatermarkBps[payment]) / 10_000n,
      inLp: figure(step, "before.totalValueInLp"),
      paid: done && payment === "stETH" ? figure(step, "stETHDelta") : 0n,
    };
  } catch (error) {
    if (error instanceof StepProblem) return undefined;
    throw error;
  }
}

/** Wei of eETH that a redemption takes. */
export function amountOf(step: RecordedStep): bigint {
  const amount = figure(step, "args.amount");
  return step.action.includes("redeemWeEth")
    ? etherfiMaths.amountForSharesDown(amount, totalsOf(step, "before"))
    : amount;
}

/** The recorded totals on one side of a step. */
export function totalsOf(step: RecordedStep, side: "before" | "after"): etherfiMaths.EtherfiTotals {
  return { pooled: figure(step, `${side}.totalPooledEther`), shares: figure(step, `${side}.totalShares`) };
}
