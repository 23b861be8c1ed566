import { rateOf } from "../portfolio/rateOf.ts";
import { settlementAsset } from "../portfolio/settlementAsset.ts";
import type { RouteCurve, Snapshot } from "../snapshot/types.ts";
import type { AssetId, BaseUnits, Wad } from "../units/brands.ts";
import { amountForValueUp } from "../units/value.ts";
import { wadDivDown } from "../units/wadMath.ts";
import { bestCurve } from "./bestCurve.ts";
import { outputAtDown } from "./outputAtDown.ts";

/** What a sale of one size gets per 1e18 smallest units sold, beside the accounting rate at the same block. */
export type SalePrice = { readonly price: Wad; readonly rate: Wad; readonly curve: RouteCurve };

/**
 * The executable price of an asset: what a sale worth `size` gets per unit on its best route, rounded down, in base units for 1e18
 * smallest units. It is what the history series `market:<asset>` holds. null when the rate or a route is unknown, or every route is shorter than the size.
 */
export function salePrice(
  snapshot: Snapshot,
  { asset, size }: { readonly asset: AssetId; readonly size: BaseUnits },
): SalePrice | null {
  const rate = rateOf(snapshot, asset);
  if (rate === null) return null;
  const amount = amountForValueUp(size, rate);
  const assetOut = settlementAsset(snapshot.baseAsset);
  const curve = bestCurve(snapshot, { assetIn: asset, assetOut, size: amount });
  const got = curve === null ? null : outputAtDown(curve, amount);
  if (curve === null || got === null || amount === 0n) return null;
  return { rate, price: wadDivDown(got, amount), curve };
}
