import type { RuleContext } from "../policy/rule.ts";
import type { Bps } from "../units/brands.ts";
import { later } from "../units/times.ts";
import { expectedChanges } from "./expectedChanges.ts";
import { planFigures } from "./planFigures.ts";
import type { PlanningFacts } from "./planningFacts.ts";
import type { Action, Claim, Plan, WithdrawalRequest } from "./types.ts";

type Draft = {
  readonly context: RuleContext;
  readonly facts: PlanningFacts;
  readonly purpose: Plan["purpose"];
  readonly claims?: readonly Claim[];
  readonly actions: readonly Action[];
  readonly requests?: readonly WithdrawalRequest[];
  readonly ceiling: Bps;
};

/** A plan with its bounds, figures and deadline; null when the fees of the block are not known, since then no cost is. */
export function assemblePlan({
  context,
  facts,
  purpose,
  claims = [],
  actions,
  requests = [],
  ceiling,
}: Draft): Plan | null {
  const { snapshot, policy } = context;
  if (snapshot.gas === null) return null;
  return {
    schema: "ballast/plan/1",
    account: snapshot.account,
    purpose,
    claims,
    actions,
    requests,
    expected: expectedChanges(actions, ceiling),
    figures: planFigures({ context, gas: snapshot.gas, facts, actions }),
    deadline: later(snapshot.block.timestamp, policy.proposalDeadline),
  };
}
