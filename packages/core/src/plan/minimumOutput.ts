import type { Bps, RawAmount, Wad } from "../units/brands.ts";
import { mulDivDown, mulDivUp } from "../units/mulDiv.ts";
import { max } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { BPS_ONE } from "../units/share.ts";

/**
 * How far below the quote a rebalance may execute. Owners sign hours after the quote; a pool of a staking token against its base asset seldom
 * moves by more in that time, and accounting rates grow by less than 1 bps in six hours at 15 % a year. A batch that misses it reverts
 * and costs only gas. Without it, anyone could take the whole slippage ceiling from every trade.
 */
export const EXECUTION_TOLERANCE = 20n as Bps;

type Offer = {
  readonly amountIn: RawAmount;
  readonly expected: RawAmount;
  readonly rateIn: Wad;
  readonly rateOut: Wad;
  /** Most that the trade may give up against the accounting rates. */
  readonly ceiling: Bps;
  /** Most that it may fall behind the quote; null asks for the ceiling alone. */
  readonly tolerance: Bps | null;
};

/** Smallest output that gives up at most the ceiling against the accounting rates at the block, rounded up. */
export function outputAtCeilingUp({
  amountIn,
  rateIn,
  rateOut,
  ceiling,
}: Omit<Offer, "expected" | "tolerance">): RawAmount {
  return rawAmount(mulDivUp(amountIn * rateIn, { times: BPS_ONE - ceiling, over: rateOut * BPS_ONE }));
}

/**
 * The minimum that a swap must pay or revert: the higher of the ceiling against the accounting rates and the quote less its tolerance. Never
 * below the ceiling, never above the quote; null when the quote itself is beyond the ceiling.
 */
export function minimumOutput(offer: Offer): RawAmount | null {
  const atCeiling = outputAtCeilingUp(offer);
  if (atCeiling > offer.expected) return null;
  if (offer.tolerance === null) return atCeiling;
  const times = BPS_ONE - offer.tolerance;
  return max(atCeiling, rawAmount(mulDivDown(offer.expected, { times, over: BPS_ONE })));
}
