import type { RouteCurve } from "../snapshot/types.ts";
import type { RawAmount } from "../units/brands.ts";
import { mulDivUp } from "../units/mulDiv.ts";
import { rawAmount } from "../units/quantities.ts";

/** Smallest input for which outputAtDown pays at least `amountOut`; null when the last quote pays less. */
export function inputForOutputUp(curve: RouteCurve, amountOut: RawAmount): RawAmount | null {
  if (amountOut === 0n) return amountOut;
  const index = curve.points.findIndex((point) => point.amountOut >= amountOut);
  const to = curve.points[index];
  if (to === undefined) return null;
  const from = curve.points[index - 1] ?? { amountIn: 0n, amountOut: 0n };
  const run = mulDivUp(amountOut - from.amountOut, {
    times: to.amountIn - from.amountIn,
    over: to.amountOut - from.amountOut,
  });
  return rawAmount(from.amountIn + run);
}
