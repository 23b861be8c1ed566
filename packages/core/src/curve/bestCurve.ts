import type { RouteCurve, Snapshot } from "../snapshot/types.ts";
import type { AssetId, RawAmount } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { outputAtDown } from "./outputAtDown.ts";

type Wanted = { readonly assetIn: AssetId; readonly assetOut: AssetId; readonly size: RawAmount };

/** What the route pays for the size, or for as much of it as it was quoted for. */
function paid(curve: RouteCurve, size: RawAmount): bigint {
  return outputAtDown(curve, size) ?? curve.points.at(-1)?.amountOut ?? 0n;
}

/**
 * The route that pays most for a sale of `size`; a tie goes to the first route, then pool, by name. One trade takes one route, and a route
 * quoted for less than the size counts for what it pays in all. null when no route trades the pair.
 */
export function bestCurve(snapshot: Snapshot, { assetIn, assetOut, size }: Wanted): RouteCurve | null {
  const offers = snapshot.curves
    .filter((each) => each.assetIn === assetIn && each.assetOut === assetOut && each.points.length > 0)
    .map((curve) => ({ curve, paid: paid(curve, size) }))
    .toSorted((a, b) => {
      if (a.paid !== b.paid) return a.paid > b.paid ? -1 : 1;
      return compareText(a.curve.route, b.curve.route) || compareText(a.curve.pool, b.curve.pool);
    });
  return offers[0]?.curve ?? null;
}
