import { type Address, type AssetId, assetId, WAD_ONE, type Wad } from "@ballast/core";
import { assetOf } from "../../assetOf.ts";
import type { DeployedAsset, Deployment } from "../../deployment/types.ts";
import { EIGENLAYER_ID } from "./contracts.ts";
import { strategyName } from "./strategyName.ts";

/** A strategy that Ballast knows: where tokens of one kind lie, counted in shares. */
export type EigenStrategy = {
  /** Its name in the deployment file. */
  readonly contract: string;
  /** What stands in a position's id: the token's id. */
  readonly form: string;
  /** The shares, as an asset: not a token, nobody can transfer them. */
  readonly asset: AssetId;
  readonly address: Address;
  readonly token: DeployedAsset;
  /** Base units for 1e18 smallest units of the token. */
  readonly tokenRate: Wad;
};

/** One stETH counts as one ETH, which is what Lido pays for it. */
const KNOWN = [{ token: "stETH", tokenRate: WAD_ONE }] as const;

/** The strategies that the deployment lists. */
export function eigenStrategies(deployment: Deployment): readonly EigenStrategy[] {
  const listed = deployment.venues[EIGENLAYER_ID] ?? {};
  return KNOWN.flatMap(({ token: id, tokenRate }) => {
    const contract = strategyName(id);
    const address = listed[contract]?.address;
    const token = assetOf(deployment, id);
    if (address === undefined || token === undefined) return [];
    return [{ contract, form: id, asset: assetId(`EL-${id}`), address, token, tokenRate }];
  });
}
