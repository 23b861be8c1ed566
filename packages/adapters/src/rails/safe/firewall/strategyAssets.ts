import type { Address, VenueId } from "@ballast/core";
import type { Deployment } from "../../../deployment/types.ts";
import { tokenOf } from "./tokenOf.ts";

/** An EigenLayer strategy of the deployment, the asset that it holds and that asset's token. */
export type StrategyAsset = { readonly strategy: Address; readonly asset: string; readonly token: Address };

const SUFFIX = "Strategy";

/** The deployment's strategies: the contracts of venue `eigenlayer` called `<asset>Strategy` whose asset is a token there. */
export function strategyAssets(deployment: Deployment): readonly StrategyAsset[] {
  const contracts = Object.entries(deployment.venues["eigenlayer" as VenueId] ?? {});
  return contracts.flatMap(([name, { address: strategy }]) => {
    if (!name.endsWith(SUFFIX)) return [];
    const asset = name.slice(0, -SUFFIX.length);
    const token = tokenOf(deployment, asset);
    return token === null ? [] : [{ strategy, asset, token }];
  });
}
