import type { RouteCurve } from "../snapshot/types.ts";
import type { Bps, RawAmount, Wad } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { isWithinCost } from "./costBpsUp.ts";
import { outputAtDown } from "./outputAtDown.ts";

type Question = {
  readonly curve: RouteCurve;
  readonly rateIn: Wad;
  readonly rateOut: Wad;
  readonly maxCost: Bps;
};

function fits({ curve, rateIn, rateOut, maxCost }: Question, amountIn: bigint): boolean {
  const input = rawAmount(amountIn);
  const amountOut = outputAtDown(curve, input);
  return amountOut !== null && isWithinCost({ amountIn: input, amountOut, rateIn, rateOut }, maxCost);
}

/**
 * Largest input that gives up at most `maxCost` against the accounting rates, by the route's quotes. The whole trade is judged, not its
 * last unit. The answer always fits; what is larger does not, but for the last digits that rounding the output down costs. At most the last quote's input.
 */
export function largestInputWithin(question: Question): RawAmount {
  let low = 0n;
  let high: bigint | null = null;
  for (const { amountIn } of question.curve.points) {
    if (!fits(question, amountIn)) {
      high = amountIn;
      break;
    }
    low = amountIn;
  }
  // The price falls along the curve, so the boundary lies between the last quote that fits and the first that does not.
  while (high !== null && high - low > 1n) {
    const middle: bigint = (low + high) / 2n;
    if (fits(question, middle)) low = middle;
    else high = middle;
  }
  return rawAmount(low);
}
