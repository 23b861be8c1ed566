import { rateOf } from "../portfolio/rateOf.ts";
import { settlementAsset } from "../portfolio/settlementAsset.ts";
import type { RouteCurve, Snapshot } from "../snapshot/types.ts";
import type { AssetId, BaseUnits, Bps, Wad } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { mulDivDown } from "../units/mulDiv.ts";
import { wad } from "../units/quantities.ts";
import { valueDown } from "../units/value.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { largestInputWithin } from "./largestInputWithin.ts";

/** What the deepest route takes at once within a cost. */
export type ExitDepth = {
  /** In base units at the accounting rate, rounded down. */
  readonly value: BaseUnits;
  /** The quotes end before the ceiling is reached: it may take more. */
  readonly isCut: boolean;
  readonly curve: RouteCurve;
};

type Asked = {
  readonly asset: AssetId;
  readonly maxCost: Bps;
  readonly from: "rate" | "market";
};

/** What the smallest quote pays for one unit. */
function firstPriceDown({ points }: RouteCurve): Wad {
  const [first] = points;
  if (first === undefined || first.amountIn === 0n) return wad(0n);
  return wad(mulDivDown(first.amountOut, { times: WAD_ONE, over: first.amountIn }));
}

/**
 * How much of an asset one sale to the settlement asset may be without giving up more than `maxCost`, on the route that takes most; a tie goes to the first
 * route, then pool, by name. null when the rate is unknown or no route was quoted.
 * `from` is what the cost counts from: the accounting rate, or the market's own price of its smallest quote, which shows how deep it is whatever it pays.
 */
export function exitDepth(snapshot: Snapshot, { asset, maxCost, from }: Asked): ExitDepth | null {
  const rate = rateOf(snapshot, asset);
  if (rate === null) return null;
  const assetOut = settlementAsset(snapshot.baseAsset);
  const depths = snapshot.curves
    .filter((each) => each.assetIn === asset && each.assetOut === assetOut && each.points.length > 0)
    .toSorted((a, b) => compareText(a.route, b.route) || compareText(a.pool, b.pool))
    .map((curve): ExitDepth => {
      const rateIn = from === "rate" ? rate : firstPriceDown(curve);
      const most = largestInputWithin({ curve, rateIn, rateOut: WAD_ONE, maxCost });
      return { value: valueDown(most, rate), isCut: most === curve.points.at(-1)?.amountIn, curve };
    });
  const [first, ...others] = depths;
  if (first === undefined) return null;
  return others.reduce((deepest, each) => (each.value > deepest.value ? each : deepest), first);
}
