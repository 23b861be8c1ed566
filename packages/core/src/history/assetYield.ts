import type { RuleContext } from "../policy/rule.ts";
import { isBaseLike } from "../portfolio/settlementAsset.ts";
import type { AssetId } from "../units/brands.ts";
import { wad } from "../units/quantities.ts";
import { type YieldReading, yieldOverWindow } from "./yieldOverWindow.ts";

/**
 * Yield per year of an asset over the policy's window. The base asset and its wrapped form yield nothing by definition. A token whose balances grow
 * instead of its rate yields what the asset that it grows with does.
 */
export function assetYield({ snapshot, history, policy }: RuleContext, asset: AssetId): YieldReading {
  const window = policy.objective.yieldWindow;
  if (isBaseLike(asset, snapshot.baseAsset)) {
    return { kind: "known", yield: wad(0n), window, method: "none-by-definition", source: null };
  }
  const grows = snapshot.rates.find((each) => each.asset === asset)?.growsWith ?? asset;
  return yieldOverWindow({ slice: history, asset: grows, window, asOf: snapshot.block.timestamp });
}
