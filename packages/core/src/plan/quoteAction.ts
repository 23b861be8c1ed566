import { outputAtDown } from "../curve/outputAtDown.ts";
import type { AssetId, Bps, PositionId, RawAmount } from "../units/brands.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { minimumOutput } from "./minimumOutput.ts";
import type { Line } from "./planningFacts.ts";
import type { Action } from "./types.ts";

/** Why a move cannot be made into an action. */
export type Unquotable = {
  readonly kind: "unquotable";
  readonly because: "no-route" | "beyond-curve" | "beyond-slippage";
  readonly position: PositionId;
};

type Wanted = {
  readonly kind: Action["kind"];
  readonly line: Line;
  readonly settlement: AssetId;
  /** In the position's asset for an exit, in the settlement asset for an entry. */
  readonly spend: RawAmount;
  readonly ceiling: Bps;
  readonly tolerance: Bps | null;
  readonly limitedBy: string;
};

function sides({ kind, line, settlement }: Wanted) {
  const own = { asset: line.asset, rate: line.rate };
  const base = { asset: settlement, rate: WAD_ONE };
  return kind === "exit"
    ? { from: own, to: base, curve: line.exit }
    : { from: base, to: own, curve: line.enter };
}

/** One swap at what its route quotes for the size: the quote by chords, and the minimum that it must pay. */
export function quoteAction(wanted: Wanted): Action | Unquotable {
  const { kind, line, spend, ceiling, tolerance, limitedBy } = wanted;
  const { position, venue } = line;
  const { from, to, curve } = sides(wanted);
  if (curve === null) return { kind: "unquotable", because: "no-route", position };
  const expected = outputAtDown(curve, spend);
  if (expected === null) return { kind: "unquotable", because: "beyond-curve", position };
  const offer = { amountIn: spend, expected, rateIn: from.rate, rateOut: to.rate, ceiling, tolerance };
  const atLeast = minimumOutput(offer);
  if (atLeast === null || atLeast === 0n) return { kind: "unquotable", because: "beyond-slippage", position };
  return {
    kind,
    position,
    venue,
    route: curve.route,
    pool: curve.pool,
    fee: curve.fee,
    spend: { asset: from.asset, amount: spend },
    receive: { asset: to.asset, expected, atLeast },
    limitedBy,
  };
}
