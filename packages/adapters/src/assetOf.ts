import type { AssetId } from "@ballast/core";
import type { DeployedAsset, Deployment } from "./deployment/types.ts";

/** The deployment's token of this id; undefined when it has none. */
export const assetOf = ({ assets }: Deployment, id: AssetId | string): DeployedAsset | undefined =>
  assets.find((asset) => asset.id === id);
