import { WAD_ONE } from "../../units/wadMath.ts";
import { atLeast, type Limit } from "../limit.ts";
import { termsOf } from "../trade.ts";

/** The column of what the whole account loses if every swap pays only its minimum. */
export const LOSS = "loss";

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
