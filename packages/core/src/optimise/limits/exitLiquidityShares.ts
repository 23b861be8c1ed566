import { exitDepth } from "../../curve/exitDepth.ts";
import { stakesOf } from "../../policy/rules/treasury.ts";
import { isMarketAsset } from "../../portfolio/isMarketAsset.ts";
import type { AssetId, Bps } from "../../units/brands.ts";
import { sumValues } from "../../units/order.ts";
import { BPS_ONE } from "../../units/share.ts";
import type { Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import type { Model } from "../model.ts";
import { roomRow } from "./roomRow.ts";

/** None is added of an asset that was not quoted: the rule freezes its entries. */
function rowOf(model: Model, { asset, max }: { readonly asset: AssetId; readonly max: Bps }): Row {
  const { snapshot, policy } = model.context;
  const depth = exitDepth(snapshot, { asset, maxCost: policy.costs.slippage, from: "rate" })?.value ?? 0n;
  const together = sumValues(
    stakesOf(model.context, (held) => held.asset === asset).map(({ value }) => value),
  );
  const room = (depth * max) / BPS_ONE - together;
  return roomRow(model, { by: "exit-liquidity-share", room, isMeant: (line) => line.asset === asset });
}

/** The limit on the treasury's share of what an asset's market takes at once. */
export const exitLiquidityShares: Limit = (model) => {
  const { snapshot, policy } = model.context;
  const max = policy.caps.exitLiquidityShare;
  if (max === undefined) return { rows: [] };
  const assets = new Set(model.purchases.map(({ line }) => line.asset));
  const traded = [...assets].filter((asset) => isMarketAsset(snapshot, asset));
  return { rows: traded.map((asset) => rowOf(model, { asset, max })) };
};
