import type { RouteCurve } from "../snapshot/types.ts";
import type { RawAmount } from "../units/brands.ts";
import { mulDivDown } from "../units/mulDiv.ts";
import { rawAmount } from "../units/quantities.ts";

/** The two points that an amount lies between; the lower one is (0, 0) below the first quote. */
type Span = { readonly from: Corner; readonly to: Corner };
type Corner = { readonly amountIn: bigint; readonly amountOut: bigint };

const ORIGIN: Corner = { amountIn: 0n, amountOut: 0n };

/** The span of quotes around an amount, or null beyond the last quote. */
function spanAt(curve: RouteCurve, amountIn: bigint): Span | null {
  const index = curve.points.findIndex((point) => point.amountIn >= amountIn);
  const to = curve.points[index];
  if (to === undefined) return null;
  return { from: curve.points[index - 1] ?? ORIGIN, to };
}

/**
 * What the route pays for `amountIn`, by straight lines between its quotes, rounded down. A pool pays less and less for each further
 * unit, so its true curve bends above these chords: the answer is never more than the pool pays. Beyond the last quote nothing is
 * known and the answer is null; it is never extrapolated.
 */
export function outputAtDown(curve: RouteCurve, amountIn: RawAmount): RawAmount | null {
  if (amountIn === 0n) return amountIn;
  const span = spanAt(curve, amountIn);
  if (span === null) return null;
  const { from, to } = span;
  const rise = mulDivDown(amountIn - from.amountIn, {
    times: to.amountOut - from.amountOut,
    over: to.amountIn - from.amountIn,
  });
  return rawAmount(from.amountOut + rise);
}
