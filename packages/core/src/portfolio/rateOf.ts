import type { Snapshot } from "../snapshot/types.ts";
import type { AssetId, Wad } from "../units/brands.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { isBaseLike } from "./settlementAsset.ts";

/**
 * Accounting rate of an asset at the snapshot's block: base units for 1e18 smallest units. One for the base asset and its wrapped
 * form. null when it was not read, or read as zero or less, which no protocol means.
 */
export function rateOf(snapshot: Snapshot, asset: AssetId): Wad | null {
  if (isBaseLike(asset, snapshot.baseAsset)) return WAD_ONE;
  const reading = snapshot.rates.find((each) => each.asset === asset);
  return reading === undefined || reading.rate <= 0n ? null : reading.rate;
}
