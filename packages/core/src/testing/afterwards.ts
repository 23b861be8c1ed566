import type { RecentMove } from "../decision/openWork.ts";
import { applyPlan } from "../plan/applyPlan.ts";
import type { Action, Plan } from "../plan/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import { moveOf } from "./moves.ts";

/** The account right after a plan executed at its quotes, its routes worn by it, nothing recorded. */
export function afterwards(context: RuleContext, plan: Plan): RuleContext {
  const snapshot = applyPlan(context.snapshot, { plan, at: "expected" });
  if (snapshot === null) throw new Error("the plan spends more than there is");
  return { ...context, snapshot };
}

/** The move that a plan makes, executed so many seconds ago. */
export function recordOf(plan: Plan, executed: bigint): RecentMove {
  const positions = (kind: Action["kind"]) =>
    plan.actions.filter((action) => action.kind === kind).map((action) => action.position);
  return {
    ...moveOf({ executed, entered: positions("enter"), exited: positions("exit") }),
    turnover: plan.figures.turnover,
  };
}
