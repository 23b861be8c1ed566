import { WAD_ONE } from "@ballast/core";
import { assetOf } from "../../assetOf.ts";
import { COIN } from "../../coin.ts";
import type { Deployment } from "../../deployment/types.ts";
import { coinHolding, type Holding, tokenHolding } from "../../holdings/holding.ts";
import { IDLE_ID } from "./contracts.ts";

/**
 * `idle:ETH` and `idle:WETH`, both worth one by definition: ETH is the base asset, and WETH9's `withdraw` pays one ETH
 * for one WETH with nobody in control of it (its code has no owner).
 */
export function idleHoldings(deployment: Deployment): readonly Holding[] {
  const weth = assetOf(deployment, "WETH");
  if (weth === undefined || deployment.venues[IDLE_ID] === undefined) return [];
  const fixed = { kind: "fixed", venue: IDLE_ID, rate: WAD_ONE } as const;
  const coin = { ...fixed, asset: COIN, source: { kind: "policy", path: "baseAsset" } } as const;
  const wrapped = {
    ...fixed,
    asset: weth.id,
    source: { kind: "state", account: weth.address, field: "code" },
  } as const;
  return [coinHolding(COIN, { rate: coin, deployment }), tokenHolding(weth, wrapped)];
}
