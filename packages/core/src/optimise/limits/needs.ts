import type { Need } from "../../plan/allocate/needs.ts";
import type { PositionId } from "../../units/brands.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { idleChange } from "../idleChange.ts";
import { atLeast, isMending, type Limit, negated, type Stage } from "../limit.ts";
import type { Row, Term } from "../linearProblem.ts";
import { MARGIN } from "../margin.ts";
import { type Model, shareUp } from "../model.ts";
import { termsOf } from "../trade.ts";

type Asked = { readonly position: PositionId; readonly need: Need; readonly end: "sell" | "buy" };

/** Everything that broken limits ask for, in order. */
function asked({ needs }: Model): Asked[] {
  return (["sell", "buy"] as const).flatMap((end) =>
    [...needs[end]].map(([position, need]) => ({ position, need, end })),
  );
}

function lackOf({ position, end }: Asked, all: readonly Asked[]): string {
  return `d${all.findIndex((each) => each.position === position && each.end === end)}`;
}

/** How far a position moves the way that is asked. */
export function moved(model: Model, { position, end }: Pick<Asked, "position" | "end">): Term[] {
  if (position === model.facts.idle.position) {
    const change = idleChange(model, "guaranteed");
    return end === "buy" ? change : negated(change);
  }
  const trades = (end === "buy" ? model.purchases : model.sales).filter(
    ({ line }) => line.position === position,
  );
  return termsOf(trades, ({ quoted }) => (end === "buy" ? quoted : WAD_ONE));
}

/** What is left broken: one column for each need. */
export function lacking(model: Model): Term[] {
  const all = asked(model);
  return all.map((each) => ({ column: lackOf(each, all), times: WAD_ONE }));
}

function most(model: Model, stage: Stage): Row[] {
  if (stage.kind !== "repair" && stage.kind !== "beside") return [];
  return [{ terms: lacking(model), atMost: stage.left + MARGIN, by: null, positions: [] }];
}

/** Broken limits are repaired as far as the market allows: what each asks, less what is left of it. */
export const needs: Limit = (model, stage) => {
  if (!isMending(stage)) return { rows: [] };
  const all = asked(model);
  const rows = all.map((each) =>
    atLeast({
      terms: [...moved(model, each), { column: lackOf(each, all), times: WAD_ONE }],
      atLeast: shareUp(model, each.need.value),
      by: null,
      positions: [],
    }),
  );
  const columns = all.map((each) => ({
    name: lackOf(each, all),
    kind: "amount" as const,
    most: shareUp(model, each.need.value),
  }));
  return { rows: [...rows, ...most(model, stage)], columns };
};
