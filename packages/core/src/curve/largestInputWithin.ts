import type { RouteCurve } from "../snapshot/types.ts";
import type { Bps, RawAmount, Wad } from "../units/brands.ts";
import { max } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { BPS_ONE } from "../units/share.ts";
import { isWithinCost } from "./costBpsUp.ts";

type Question = {
  readonly curve: RouteCurve;
  readonly rateIn: Wad;
  readonly rateOut: Wad;
  readonly maxCost: Bps;
};

type Corner = { readonly amountIn: bigint; readonly amountOut: bigint };

/**
 * Where the straight line between two quotes meets the ceiling, less one unit of output that rounding may cost:
 * (out₀ + slope × (x − in₀) − 1) × rateOut = x × rateIn × (1 − ceiling), solved for x, rounded down.
 */
function crossing(
  { rateIn, rateOut, maxCost }: Question,
  { from, to }: { from: Corner; to: Corner },
): bigint {
  const run = to.amountIn - from.amountIn;
  const rise = to.amountOut - from.amountOut;
  const paid = rateOut * BPS_ONE;
  const falling = rateIn * (BPS_ONE - maxCost) * run - rise * paid;
  if (falling <= 0n) return from.amountIn;
  return max(((from.amountOut * run - from.amountIn * rise - run) * paid) / falling, from.amountIn);
}

/**
 * Largest input that gives up at most `maxCost` against the accounting rates, by the route's quotes. The whole trade is judged, not its
 * last unit. The answer always fits; what is larger does not, but for the last digits that rounding the output down costs. At most the last
 * quote's input.
 */
export function largestInputWithin(question: Question): RawAmount {
  const { maxCost, ...rates } = question;
  let from: Corner = { amountIn: 0n, amountOut: 0n };
  for (const to of question.curve.points) {
    // The price falls along the curve, so the boundary lies before the first quote that does not fit.
    if (!isWithinCost({ ...rates, ...to }, maxCost)) return rawAmount(crossing(question, { from, to }));
    from = to;
  }
  return rawAmount(from.amountIn);
}
