import { WAD_ONE } from "../../units/wadMath.ts";
import { atLeast, type Limit } from "../limit.ts";
import { type Trade, termsOf } from "../trade.ts";

/** Whether a market pays above the accounting rate. */
export function hasSurplus({ pieces }: Trade): boolean {
  return pieces.some((piece) => piece.quoted > WAD_ONE);
}

/** The column of what such a trade gives up. */
export function surplusColumn({ choice }: Trade): string {
  return `c${choice}`;
}

/** A trade that a market pays above the rate is free, never a gain, as in the figures of a plan: what it gives up is at least 0, and at least what goes in less what it pays. */
export const tradingCost: Limit = ({ sales, purchases }) => {
  const above = [...sales, ...purchases].filter(hasSurplus);
  return {
    columns: above.map((trade) => ({ name: surplusColumn(trade), kind: "amount", most: trade.most })),
    rows: above.map((trade) =>
      atLeast({
        terms: [
          { column: surplusColumn(trade), times: WAD_ONE },
          ...termsOf([trade], ({ quoted }) => quoted - WAD_ONE),
        ],
        atLeast: 0n,
        by: null,
        positions: [],
      }),
    ),
  };
};
