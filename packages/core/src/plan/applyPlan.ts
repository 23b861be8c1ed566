import { wornCurve } from "../curve/wornCurve.ts";
import { idleReading } from "../portfolio/idleReading.ts";
import { rateOf } from "../portfolio/rateOf.ts";
import type { PositionReading, RouteCurve, Snapshot } from "../snapshot/types.ts";
import { compareText } from "../units/compareText.ts";
import { rawAmount } from "../units/quantities.ts";
import { valueDown } from "../units/value.ts";
import type { Action, Plan } from "./types.ts";

/** Whether every action pays what was quoted, or only its minimum. */
export type Payment = "expected" | "atLeast";

type Outcome = { readonly plan: Plan; readonly at: Payment };

function change(
  held: PositionReading,
  { plan, at, idle }: Outcome & { readonly idle: PositionReading },
): bigint {
  const isIdle = held.position === idle.position;
  const sides = (action: Action): bigint => {
    const spent = action.kind === "exit" ? action.position === held.position : isIdle;
    const received = action.kind === "enter" ? action.position === held.position : isIdle;
    return (received ? action.receive[at] : 0n) - (spent ? action.spend.amount : 0n);
  };
  return plan.actions.reduce((sum, action) => sum + sides(action), 0n);
}

/** A route that the plan trades on, worn by that trade. */
function worn(curve: RouteCurve, actions: readonly Action[]): RouteCurve {
  const used = actions.find(
    ({ route, pool, spend, receive }) =>
      route === curve.route &&
      pool === curve.pool &&
      spend.asset === curve.assetIn &&
      receive.asset === curve.assetOut,
  );
  return used === undefined ? curve : wornCurve(curve, used.spend.amount);
}

/**
 * The snapshot as it would be right after a plan, its routes worn by it, all else equal: to judge the plan by the same rules as the account. Entries spend exactly what is
 * planned, so at the minimum the settlement asset that is left is the least there can be. null when the plan spends more than there is.
 */
export function applyPlan(snapshot: Snapshot, outcome: Outcome): Snapshot | null {
  const idle = idleReading(snapshot);
  const held = snapshot.positions.some((each) => each.position === idle.position)
    ? snapshot.positions
    : [...snapshot.positions, idle];
  const moves = held.map((each) => ({ each, moved: change(each, { ...outcome, idle }) }));
  if (moves.some(({ each, moved }) => each.amount + moved < 0n)) return null;
  const positions = moves.map(({ each, moved }): PositionReading => {
    const rate = rateOf(snapshot, each.asset);
    if (rate === null || moved === 0n) return each;
    const amount = rawAmount(each.amount + moved);
    return { ...each, amount, value: valueDown(amount, rate) };
  });
  return {
    ...snapshot,
    positions: positions.toSorted((a, b) => compareText(a.position, b.position)),
    curves: snapshot.curves.map((curve) => worn(curve, outcome.plan.actions)),
  };
}
