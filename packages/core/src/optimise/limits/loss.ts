import { ascending } from "../../units/order.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { atLeast, type Limit } from "../limit.ts";
import type { Model } from "../model.ts";
import { type Trade, termsOf } from "../trade.ts";
import { mostSwaps } from "./batchLimits.ts";

/** The column of what the whole account loses if every swap pays only its minimum. */
export const LOSS = "loss";

/** What a trade loses at its minimum if it takes all that it may. */
function lossOf({ pieces }: Trade): bigint {
  return pieces.reduce((sum, { width, guaranteed }) => sum + (width * (WAD_ONE - guaranteed)) / WAD_ONE, 0n);
}

/** More than any batch can lose: the dearest swaps that it takes. Limits that even this does not reach need no row for what is lost, which spares the solver most of its work. */
export function mostLoss(model: Model): bigint {
  return [...model.sales, ...model.purchases]
    .map(lossOf)
    .toSorted((a, b) => ascending(b, a))
    .slice(0, Number(mostSwaps(model)))
    .reduce((sum, each) => sum + (each > 0n ? each : 0n), 0n);
}

/** The most that the account may be worth less after the batch: upper limits are shares of what is left, so trading itself can break them. */
export const loss: Limit = ({ sales, purchases }) => {
  const given = termsOf([...sales, ...purchases], ({ guaranteed }) => guaranteed - WAD_ONE);
  return {
    columns: [{ name: LOSS, kind: "amount", most: WAD_ONE }],
    rows: [
      atLeast({
        terms: [{ column: LOSS, times: WAD_ONE }, ...given],
        atLeast: 0n,
        by: null,
        positions: [],
      }),
    ],
  };
};
