import { liquidNow } from "../../plan/allocate/liquidity.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { atLeast, type Limit } from "../limit.ts";
import { MARGIN } from "../margin.ts";
import { shareUp } from "../model.ts";
import { termsOf } from "../trade.ts";

/** Idle money and what markets would take of the rest, after the batch and right on its worn routes, stay at the ladder's floor. */
export const liquidityLadder: Limit = (model) => {
  const { context, facts, floor, sales, purchases } = model;
  if (floor === null) return { rows: [] };
  const terms = [
    ...termsOf(sales, ({ guaranteed, liquid }) => guaranteed + liquid),
    ...termsOf(purchases, ({ liquid }) => liquid - WAD_ONE),
  ];
  const least = shareUp(model, floor - liquidNow(context, facts)) + MARGIN;
  const positions = [...sales, ...purchases].map(({ line }) => line.position);
  return { rows: [atLeast({ terms, atLeast: least < 0n ? least : 0n, by: "liquidity", positions })] };
};
