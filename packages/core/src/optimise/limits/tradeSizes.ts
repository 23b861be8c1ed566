import { justAbove } from "../../plan/allocate/innerLimits.ts";
import { min } from "../../units/order.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { atLeast, type Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import { type Model, shareUp } from "../model.ts";
import { type Trade, termsOf } from "../trade.ts";

/** A purchase counts for what it brings or for what it spends, whichever is less: the rule and the batch look at both. */
function sizeTerms(trade: Trade) {
  return termsOf([trade], ({ quoted }) => (trade.kind === "sell" ? WAD_ONE : min(quoted, WAD_ONE)));
}

/**
 * The minimum trade and a 250,000th of it: to a solver a choice is made from a millionth below one, and a swap that is smaller than the minimum by so much would be left out
 * with all that it was to gain.
 */
export function leastOf(model: Model): bigint {
  const least = shareUp(model, justAbove(model.context.policy.pace.minimumTrade));
  return least + least / 250_000n;
}

function rowsOf(model: Model, trade: Trade): Row[] {
  const { position } = trade.line;
  const least = leastOf(model);
  const row = { positions: [position], by: null };
  const pieces = trade.pieces.map(({ column, width }) => ({
    ...row,
    terms: [
      { column, times: WAD_ONE },
      { column: trade.choice, times: -width },
    ],
    atMost: 0n,
  }));
  return [
    ...pieces,
    atLeast({
      ...row,
      terms: [...sizeTerms(trade), { column: trade.choice, times: -least }],
      atLeast: 0n,
    }),
  ];
}

function eitherWay({ sales, purchases }: Model): Row[] {
  const sold = new Map(sales.map((trade) => [trade.line.position, trade]));
  return purchases.flatMap(({ line, choice }) => {
    const sale = sold.get(line.position);
    if (sale === undefined) return [];
    const terms = [sale.choice, choice].map((column) => ({ column, times: WAD_ONE }));
    return [{ terms, atMost: WAD_ONE, by: null, positions: [], isSeldom: true }];
  });
}

/**
 * A swap that is made is at least the minimum trade and at most what its market, its band and the holding allow; one that is not made moves nothing. No position is both sold
 * and bought. Each piece is held by the choice itself: the bound that the solver works with is then far tighter than with one row for the whole trade.
 */
export const tradeSizes: Limit = (model) => {
  const trades = [...model.sales, ...model.purchases];
  return {
    columns: trades.flatMap(({ choice, pieces }) => [
      { name: choice, kind: "choice" as const, most: WAD_ONE },
      ...pieces.map(({ column, width }) => ({ name: column, kind: "amount" as const, most: width })),
    ]),
    rows: [...trades.flatMap((trade) => rowsOf(model, trade)), ...eitherWay(model)],
  };
};
