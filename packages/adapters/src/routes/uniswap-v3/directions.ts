import { assetOf } from "../../assetOf.ts";
import type { DeployedAsset, DeployedPool, Deployment } from "../../deployment/types.ts";
import { UNISWAP_V3 } from "./id.ts";

/** One pool in one direction. */
export type Direction = {
  readonly pool: DeployedPool;
  readonly assetIn: DeployedAsset;
  readonly assetOut: DeployedAsset;
};

/** Every pool of the deployment in both directions. */
export function directions(deployment: Deployment): readonly Direction[] {
  return (deployment.routes[UNISWAP_V3]?.pools ?? []).flatMap((pool) => {
    const a = assetOf(deployment, pool.tokenA);
    const b = assetOf(deployment, pool.tokenB);
    if (a === undefined || b === undefined) return [];
    return [
      { pool, assetIn: a, assetOut: b },
      { pool, assetIn: b, assetOut: a },
    ];
  });
}
