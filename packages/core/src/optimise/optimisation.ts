import { liquidNow } from "../plan/allocate/liquidity.ts";
import { applyPlan } from "../plan/applyPlan.ts";
import { planFromTargets } from "../plan/planFromTargets.ts";
import { planningFacts } from "../plan/planningFacts.ts";
import { repairRequests } from "../plan/repairRequests.ts";
import type { AllocationAnswer } from "../plan/types.ts";
import type { Finding } from "../policy/finding.ts";
import { needsRepair } from "../policy/repair.ts";
import type { RuleContext } from "../policy/rule.ts";
import { afterState } from "../policy/rules/afterState.ts";
import { portfolioOf } from "../portfolio/portfolio.ts";
import type { LinearProblem, LinearSolution } from "./linearProblem.ts";
import { hasNeeds, type Model, openModel } from "./model.ts";
import { solveStages } from "./stages.ts";
import { targetsOf } from "./targetsOf.ts";

/** Name and version of this allocator: a new version may answer otherwise. */
export const MILP = "milp/1";

/** How often the ladder is kept more strictly when an answer missed it on the routes as they really bend. */
const TRIES = 4;

type Asking = Generator<LinearProblem, AllocationAnswer, LinearSolution>;

function answer(
  outcome: AllocationAnswer["outcome"],
  targets: AllocationAnswer["targets"],
): AllocationAnswer {
  return { schema: "ballast/allocation/1", allocator: MILP, outcome, targets };
}

function unmoved({ facts: { idle, lines } }: Model): AllocationAnswer {
  const targets = [idle, ...lines]
    .map(({ position, value }) => ({ position, value, limitedBy: "unmoved" }))
    .toSorted((a, b) => (a.position < b.position ? -1 : 1));
  return answer("targets", targets);
}

/** Whether limits ask only a protocol, beside which nothing is put for yield: the request repairs a limit, so the batch would owe no gain. */
function isAsked({ context, facts }: Model): boolean {
  return repairRequests(context, { facts, actions: [] }).length > 0;
}

function* attempt(model: Model): Asking {
  if (model.facts.total === 0n || model.sales.length + model.purchases.length === 0) return unmoved(model);
  const asked = isAsked(model);
  if (asked && !hasNeeds(model)) return unmoved(model);
  const solved = yield* solveStages(model, { isYieldSought: !asked });
  if (solved.outcome !== "optimal") return answer(solved.outcome, []);
  return answer("targets", targetsOf({ model, problem: solved.problem, values: solved.values }));
}

type Check = { readonly isStill: boolean; readonly isBroken: boolean; readonly missed: bigint };

/** Whether the plan of an answer would break a limit that holds now, and by how much it misses the ladder's floor on the routes as they really bend. */
function check(
  model: Model,
  { findings, found }: { findings: readonly Finding[]; found: AllocationAnswer },
): Check {
  const { context, facts, floor } = model;
  const outcome = planFromTargets({ context, answer: found, facts });
  if (outcome.kind !== "plan") return { isStill: outcome.kind === "no-move", isBroken: false, missed: 0n };
  const { plan } = outcome;
  const isBroken = afterState.judge({ ...context, findings, plan }).some(({ level }) => level !== "ok");
  const after = applyPlan(context.snapshot, { plan, at: "atLeast" });
  if (floor === null || after === null) return { isStill: false, isBroken, missed: 0n };
  const then = { ...context, snapshot: after };
  return { isStill: false, isBroken, missed: floor - liquidNow(then, planningFacts(then, findings)) };
}

/**
 * The value that every position should have: the most net gain over the horizon within every limit of the policy, after trading costs along every route and fixed gas, as a mixed-integer linear
 * problem. Whoever runs this solves each problem that it yields and hands the solution back; it does no arithmetic in anything but integers and knows no solver.
 *
 * Broken limits first, as far as the market allows within the ceiling and no further than they ask; moves for yield beside a repair must reach the minimum gain by
 * themselves. Where no move pays, the move that would gain most before gas and payback is given, so that a plan that does not pay is turned down with its figures.
 * `infeasible` when something is unknown or when limits are broken and nothing can be done; `timeout` when the solver did not finish.
 * Emergencies are not allocated: emergencyPlan answers them directly.
 */
export function* optimisation(context: RuleContext, findings: readonly Finding[]): Asking {
  if (portfolioOf(context).unknown.length > 0) return answer("infeasible", []);
  let caution = 0n;
  for (let tries = 1; ; tries += 1) {
    const model = openModel(context, { findings, caution });
    const found = yield* attempt(model);
    if (found.outcome !== "targets") return found;
    const { isStill, isBroken, missed } = check(model, { findings, found });
    if (isStill && needsRepair(findings)) return answer("infeasible", []);
    if (!isBroken || missed <= 0n || tries === TRIES) return found;
    caution += missed;
  }
}
