import type { Line } from "../../plan/planningFacts.ts";
import type { PositionId } from "../../units/brands.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import { MARGIN } from "../margin.ts";
import { type Model, shareUp } from "../model.ts";
import { type Piece, type Trade, termsOf } from "../trade.ts";
import { LOSS, mostLoss } from "./loss.ts";

function mostOf(pieces: readonly Piece[]): bigint {
  return pieces.reduce((sum, { width, quoted }) => sum + (width * quoted) / WAD_ONE, 0n);
}

/** Where the position itself is not bought, what trading costs is the doing of every trade. */
function boundBy(model: Model, bought: readonly Trade[]): PositionId[] {
  const trades = bought.length > 0 ? bought : [...model.sales, ...model.purchases];
  return trades.map(({ line }) => line.position);
}

/**
 * Each position keeps its maximum as a share of what the account is worth after the batch, also one that is not traded. Beside it every trade by itself stays inside its band by
 * the hysteresis.
 */
function rowOf(model: Model, { line, lost }: { readonly line: Line; readonly lost: bigint }): Row[] {
  const { band } = line;
  if (band === null || band.max === BPS_ONE) return [];
  const most = (band.max * WAD_ONE) / BPS_ONE;
  const room = most - shareUp(model, line.value) - MARGIN;
  if (room < 0n) return [];
  const bought = model.purchases.filter((trade) => trade.line === line);
  const grown = bought.reduce((sum, { pieces }) => sum + mostOf(pieces), 0n);
  if (grown + (most * lost) / WAD_ONE <= room) return [];
  const sold = model.sales.filter((trade) => trade.line === line);
  const terms = [
    ...termsOf(bought, ({ quoted }) => quoted),
    ...termsOf(sold, () => -WAD_ONE),
    { column: LOSS, times: most },
  ];
  return [{ terms, atMost: room, by: "band", positions: boundBy(model, bought) }];
}

/** Bands of every position but the idle one. */
export const positionBands: Limit = (model) => {
  const lost = mostLoss(model);
  return { rows: model.facts.lines.flatMap((line) => rowOf(model, { line, lost })) };
};
