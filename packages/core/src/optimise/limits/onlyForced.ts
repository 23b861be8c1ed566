import { illiquidAmount } from "../../plan/allocate/liquidity.ts";
import { max } from "../../units/order.ts";
import { valueUp } from "../../units/value.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { idleChange } from "../idleChange.ts";
import { atLeast, type Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import { MARGIN } from "../margin.ts";
import { type Model, shareUp } from "../model.ts";
import { type Trade, termsOf } from "../trade.ts";
import { moved } from "./needs.ts";
import { leastOf } from "./tradeSizes.ts";

/** The choice between funding what must be bought by other sales, and placing what must be sold in other purchases. */
const FUNDS = "funds";

function free(row: Omit<Row, "by" | "positions">): Row {
  return { ...row, by: null, positions: [] };
}

/** No more of a position than its need, or than the least that a swap may be. */
function capped({ needs, ...model }: Model): Row[] {
  const least = leastOf({ needs, ...model });
  return (["sell", "buy"] as const).flatMap((end) =>
    [...needs[end]]
      .filter(([position]) => position !== model.facts.idle.position)
      .map(([position, { value, by }]) => ({
        terms: moved({ needs, ...model }, { position, end }),
        atMost: max(shareUp(model, value), least) + MARGIN,
        by,
        positions: [position],
      })),
  );
}

/** A trade that no limit asks for is made only in the direction that is chosen. */
function unforced({ needs, sales, purchases }: Model): Row[] {
  const isFree = ({ line, kind }: Trade) => !needs[kind].has(line.position);
  return [
    ...sales.filter(isFree).map(({ choice }) =>
      free({
        terms: [
          { column: choice, times: WAD_ONE },
          { column: FUNDS, times: -WAD_ONE },
        ],
        atMost: 0n,
      }),
    ),
    ...purchases.filter(isFree).map(({ choice }) =>
      free({
        terms: [
          { column: choice, times: WAD_ONE },
          { column: FUNDS, times: WAD_ONE },
        ],
        atMost: WAD_ONE,
      }),
    ),
  ];
}

/** Idle money pays for purchases only where they are forced, and takes what is left of sales only where those are. */
function idle(model: Model): Row[] {
  const { needs, facts } = model;
  const terms = idleChange(model, "guaranteed");
  const { position } = facts.idle;
  const sell = shareUp(model, needs.sell.get(position)?.value ?? 0n);
  const buy = shareUp(model, needs.buy.get(position)?.value ?? 0n);
  return [
    free(
      atLeast({
        terms: [...terms, { column: FUNDS, times: WAD_ONE }],
        atLeast: -sell - MARGIN,
        by: null,
        positions: [],
      }),
    ),
    free({ terms: [...terms, { column: FUNDS, times: WAD_ONE }], atMost: WAD_ONE + buy + MARGIN }),
  ];
}

/** Where only the ladder lacks idle money, it comes from what no market takes at once: selling the rest would make nothing more liquid than it is. */
function stuck(model: Model): Row[] {
  const { needs, facts, context, sales } = model;
  if (needs.buy.size !== 1 || needs.buy.get(facts.idle.position)?.by !== "liquidity") return [];
  return sales
    .filter(({ line }) => !needs.sell.has(line.position))
    .map((trade) => ({
      terms: termsOf([trade], () => WAD_ONE),
      atMost: shareUp(model, valueUp(illiquidAmount(context, trade.line), trade.line.rate)),
      by: "liquidity",
      positions: [trade.line.position],
    }));
}

/** Money moves only because a limit asks for it: other sales pay for what must be bought, or other purchases take what must be sold, never both. */
export const onlyForced: Limit = (model, stage) => {
  if (stage.kind !== "mend" && stage.kind !== "repair") return { rows: [] };
  return {
    columns: [{ name: FUNDS, kind: "choice", most: WAD_ONE }],
    rows: [...capped(model), ...unforced(model), ...idle(model), ...stuck(model)],
  };
};
