import type { RouteCurve } from "../snapshot/types.ts";
import type { RawAmount } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { outputAtDown } from "./outputAtDown.ts";

/**
 * A route right after a trade of `amountIn`: what more gets is what it would have got on top of that trade. Nobody has traded the price
 * back yet, which is the least that the next trade can count on. Beyond the last quote nothing is left of it.
 */
export function wornCurve(curve: RouteCurve, amountIn: RawAmount): RouteCurve {
  const amountOut = outputAtDown(curve, amountIn);
  const points = curve.points
    .filter((point) => amountOut !== null && point.amountIn > amountIn)
    .map((point) => ({
      ...point,
      amountIn: rawAmount(point.amountIn - amountIn),
      amountOut: rawAmount(point.amountOut - (amountOut ?? 0n)),
    }));
  return { ...curve, points };
}
