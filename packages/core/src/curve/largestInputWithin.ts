import type { RouteCurve } from "../snapshot/types.ts";
import type { Bps, RawAmount, Wad } from "../units/brands.ts";
import { max } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { BPS_ONE } from "../units/share.ts";
import { isWithinCost } from "./costBpsUp.ts";
import { outputAtDown } from "./outputAtDown.ts";

type Question = {
  readonly curve: RouteCurve;
  readonly rateIn: Wad;
  readonly rateOut: Wad;
  readonly maxCost: Bps;
};

type Corner = { readonly amountIn: bigint; readonly amountOut: bigint };

function fits({ curve, rateIn, rateOut, maxCost }: Question, amountIn: bigint): boolean {
  const input = rawAmount(amountIn);
  const amountOut = outputAtDown(curve, input);
  return amountOut !== null && isWithinCost({ amountIn: input, amountOut, rateIn, rateOut }, maxCost);
}

/**
 * Where the straight line between two quotes meets the ceiling: (out₀ + slope × (x − in₀)) × rateOut = x × rateIn × (1 − ceiling),
 * solved for x, rounded down.
 */
function crossing(
  { rateIn, rateOut, maxCost }: Question,
  { from, to }: { from: Corner; to: Corner },
): bigint {
  const run = to.amountIn - from.amountIn;
  const rise = to.amountOut - from.amountOut;
  const asked = rateIn * (BPS_ONE - maxCost);
  const paid = rateOut * BPS_ONE;
  const falling = asked * run - rise * paid;
  return falling <= 0n ? from.amountIn : ((from.amountOut * run - from.amountIn * rise) * paid) / falling;
}

/** The largest input near the crossing that fits: the output rounds down, which can cost its last digits. */
function settled(question: Question, { from, to }: { from: Corner; to: Corner }): bigint {
  let amountIn = max(crossing(question, { from, to }), from.amountIn);
  for (let step = 1n; amountIn > from.amountIn && !fits(question, amountIn); step *= 2n) {
    amountIn = max(amountIn - step, from.amountIn);
  }
  return amountIn;
}

/**
 * Largest input that gives up at most `maxCost` against the accounting rates, by the route's quotes. The whole trade is judged, not its
 * last unit. The answer always fits; what is larger does not, but for the last digits that rounding the output down costs. At most the last
 * quote's input.
 */
export function largestInputWithin(question: Question): RawAmount {
  let from: Corner = { amountIn: 0n, amountOut: 0n };
  for (const to of question.curve.points) {
    // The price falls along the curve, so the boundary lies before the first quote that does not fit.
    if (!fits(question, to.amountIn)) return rawAmount(settled(question, { from, to }));
    from = to;
  }
  return rawAmount(from.amountIn);
}
