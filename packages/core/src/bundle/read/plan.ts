import type { Action, AssetAmount, BalanceChange, Plan, PlanFigures, Receive } from "../../plan/types.ts";
import { assetId, positionId, routeId, venueId } from "../../units/ids.ts";
import { baseUnits, rawAmount, wad } from "../../units/quantities.ts";
import { seconds, unixSeconds } from "../../units/times.ts";
import { accountRef, anAddress, count } from "./chain.ts";
import { integer, list, oneOf, orNull, record, signed, string, textOf } from "./reader.ts";

const value = integer(baseUnits);
const amount = integer(rawAmount);
const asset = textOf(assetId);

const action = record<Action>({
  kind: oneOf(["exit", "enter"]),
  position: textOf(positionId),
  venue: textOf(venueId),
  route: textOf(routeId),
  pool: anAddress,
  fee: count,
  spend: record<AssetAmount>({ asset, amount }),
  receive: record<Receive>({ asset, expected: amount, atLeast: amount }),
  limitedBy: string,
});

export const figures = record<PlanFigures>({
  turnover: value,
  tradingCost: value,
  gasCost: value,
  cost: value,
  grossGain: signed,
  netGain: signed,
  horizon: integer(seconds),
  payback: orNull(integer(seconds)),
  yieldBefore: orNull(integer(wad)),
  yieldAfter: orNull(integer(wad)),
  worstLoss: value,
});

export const plan = record<Plan>({
  schema: oneOf(["ballast/plan/1"]),
  account: accountRef,
  purpose: oneOf(["rebalance", "emergency-exit"]),
  actions: list(action),
  expected: list(record<BalanceChange>({ asset, atLeast: signed, atMost: signed })),
  figures,
  deadline: integer(unixSeconds),
});
