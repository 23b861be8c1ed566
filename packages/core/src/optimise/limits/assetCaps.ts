import type { Line } from "../../plan/planningFacts.ts";
import type { AssetCap } from "../../policy/policy.ts";
import { type AssetStake, assetStake } from "../../policy/rules/assetStake.ts";
import { treasuryWorth } from "../../policy/rules/treasury.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import { type Model, shareUp } from "../model.ts";
import { mostLoss } from "./loss.ts";
import { roomRow } from "./roomRow.ts";
import { shareCapRows } from "./shareCapRows.ts";

const BY = "asset-cap";

/** What the treasury may still add to an asset, if trading takes the most from it that it can. */
function treasuryRow(model: Model, { asset, treasury, own }: AssetCap & { readonly own: AssetStake }): Row[] {
  if (treasury === undefined) return [];
  const { siblings } = model.context;
  const together = siblings.reduce((sum, each) => sum + assetStake(each, asset).value, own.value as bigint);
  const lost = (model.facts.total * mostLoss(model)) / WAD_ONE + 1n;
  const room = ((treasuryWorth(model.context) - lost) * treasury) / BPS_ONE - together;
  return [roomRow(model, { by: BY, room, isMeant: isIn(own) })];
}

function isIn({ held }: AssetStake) {
  const positions = new Set(held.map(({ position }) => position));
  return ({ position }: Line) => positions.has(position);
}

function rowsOf(model: Model, cap: AssetCap): Row[] {
  const own = assetStake(model.context.snapshot, cap.asset);
  const held = shareUp(model, own.value);
  const rows = shareCapRows(model, { by: BY, held, max: cap.max, isMeant: isIn(own) });
  return [...rows, ...treasuryRow(model, { ...cap, own })];
}

/** The caps on one asset in whatever form, of the account and of the treasury. */
export const assetCaps: Limit = (model) => ({
  rows: (model.context.policy.caps.assets ?? []).flatMap((cap) => rowsOf(model, cap)),
});
