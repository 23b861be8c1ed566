import type { AssetId, PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import type { RuleContext } from "../rule.ts";
import { watchedPositions } from "./concerned.ts";

/** An asset and the positions in it that are held or listed. */
export type WatchedAsset = { readonly asset: AssetId; readonly positions: readonly PositionId[] };

/** Assets whose value can be lost by a protocol, each with its positions, both sorted; named by `as`, which is the asset itself unless told otherwise. */
export function watchedAssets(
  context: RuleContext,
  as: (asset: AssetId) => AssetId = (asset) => asset,
): WatchedAsset[] {
  const positions = watchedPositions(context).map(({ position, asset }) => ({ position, asset: as(asset) }));
  return [...new Set(positions.map((each) => each.asset))].sort(compareText).map((asset) => ({
    asset,
    positions: positions.filter((each) => each.asset === asset).map((each) => each.position),
  }));
}
