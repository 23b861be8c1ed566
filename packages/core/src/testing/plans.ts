import type { Address } from "../chain/types.ts";
import { assemblePlan } from "../plan/assemblePlan.ts";
import { planningFacts } from "../plan/planningFacts.ts";
import type { Action, Plan, PlanParts } from "../plan/types.ts";
import { evaluate } from "../policy/evaluate.ts";
import type { PlanContext, RuleContext } from "../policy/rule.ts";
import type { AssetId, PositionId, RouteId, VenueId } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { eth } from "./world.ts";

type Swap = {
  readonly position: string;
  readonly spend: string;
  readonly expected: string;
  readonly atLeast: string;
};

function action(kind: Action["kind"], { position, spend, expected, atLeast }: Swap): Action {
  const own = position.slice(position.indexOf(":") + 1) as AssetId;
  const base = "WETH" as AssetId;
  return {
    kind,
    position: position as PositionId,
    venue: position.slice(0, position.indexOf(":")) as VenueId,
    route: "uniswap-v3" as RouteId,
    pool: `0x${"cc".repeat(20)}` as Address,
    fee: 500n,
    spend: { asset: kind === "exit" ? own : base, amount: rawAmount(eth(spend)) },
    receive: {
      asset: kind === "exit" ? base : own,
      expected: rawAmount(eth(expected)),
      atLeast: rawAmount(eth(atLeast)),
    },
    limitedBy: "gain",
  };
}

export const exitOf = (swap: Swap): Action => action("exit", swap);
export const entryOf = (swap: Swap): Action => action("enter", swap);

/** A plan of the given parts with its true figures. */
export function planOf(
  context: RuleContext,
  { purpose = "rebalance", ...parts }: Partial<PlanParts> & { readonly purpose?: Plan["purpose"] },
): Plan {
  const facts = planningFacts(context, []);
  const ceiling = context.policy.costs.slippage;
  const plan = assemblePlan({ context, facts, purpose, parts, ceiling });
  if (plan === null) throw new Error("the context has no fees");
  return plan;
}

/** What a plan rule is given, with some of the plan changed. */
export function judgedPlan(
  context: RuleContext,
  { plan, changes = {} }: { plan: Plan; changes?: Partial<Plan> },
): PlanContext {
  return { ...context, findings: evaluate(context), plan: { ...plan, ...changes } };
}
