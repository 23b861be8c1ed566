import type { RuleContext } from "../policy/rule.ts";
import type { Bps } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { later } from "../units/times.ts";
import { expectedChanges } from "./expectedChanges.ts";
import { planFigures } from "./planFigures.ts";
import type { PlanningFacts } from "./planningFacts.ts";
import type { Plan, PlanParts } from "./types.ts";

type Draft = {
  readonly context: RuleContext;
  readonly facts: PlanningFacts;
  readonly purpose: Plan["purpose"];
  /** The parts that it has; what is left out is empty. */
  readonly parts: Partial<PlanParts>;
  readonly ceiling: Bps;
};

/** A plan with its parts in order, its bounds, figures and deadline; null when the fees of the block are not known, since then no cost is. */
export function assemblePlan({ context, facts, purpose, ceiling, ...draft }: Draft): Plan | null {
  const { snapshot, policy } = context;
  if (snapshot.gas === null) return null;
  const { claims = [], actions = [], requests = [] } = draft.parts;
  const parts = {
    claims: claims.toSorted((a, b) => compareText(a.ticket, b.ticket)),
    actions,
    requests: requests.toSorted((a, b) => compareText(a.position, b.position)),
  };
  return {
    schema: "ballast/plan/1",
    account: snapshot.account,
    purpose,
    ...parts,
    expected: expectedChanges(parts, ceiling),
    figures: planFigures({ context, gas: snapshot.gas, facts, parts }),
    deadline: later(snapshot.block.timestamp, policy.proposalDeadline),
  };
}
