import { bestCurve } from "../curve/bestCurve.ts";
import { largestInputWithin } from "../curve/largestInputWithin.ts";
import { outputAtDown } from "../curve/outputAtDown.ts";
import type { PositionReading, RouteCurve, Snapshot } from "../snapshot/types.ts";
import type { Bps, RawAmount } from "../units/brands.ts";
import { min } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { rateOf } from "./rateOf.ts";
import { settlementAsset } from "./settlementAsset.ts";

/** How much of a position the market takes now within a cost, and what it pays, in the settlement asset. */
export type Sale = {
  readonly curve: RouteCurve;
  readonly amountIn: RawAmount;
  readonly amountOut: RawAmount;
};

/** The largest part of a holding that its best route buys within `maxCost`; null when no route or no rate is known. */
export function saleWithin(
  snapshot: Snapshot,
  { holding, maxCost }: { readonly holding: PositionReading; readonly maxCost: Bps },
): Sale | null {
  const rateIn = rateOf(snapshot, holding.asset);
  const assetOut = settlementAsset(snapshot.baseAsset);
  const curve = bestCurve(snapshot, { assetIn: holding.asset, assetOut, size: holding.amount });
  if (rateIn === null || curve === null) return null;
  const amountIn = min(largestInputWithin({ curve, rateIn, rateOut: WAD_ONE, maxCost }), holding.amount);
  return { curve, amountIn, amountOut: outputAtDown(curve, amountIn) ?? rawAmount(0n) };
}
