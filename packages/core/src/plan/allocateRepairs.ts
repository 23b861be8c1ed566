import type { Finding } from "../policy/finding.ts";
import { needsRepair } from "../policy/repair.ts";
import type { RuleContext } from "../policy/rule.ts";
import { afterState } from "../policy/rules/afterState.ts";
import { portfolioOf } from "../portfolio/portfolio.ts";
import type { BaseUnits } from "../units/brands.ts";
import { subtractToZero } from "../units/order.ts";
import { openMarket } from "./allocate/market.ts";
import { needsOf } from "./allocate/needs.ts";
import { prune } from "./allocate/prune.ts";
import { repairs } from "./allocate/repairs.ts";
import { targetsOf } from "./allocate/targetsOf.ts";
import { type PlanOutcome, planFromTargets } from "./planFromTargets.ts";
import { type PlanningFacts, planningFacts } from "./planningFacts.ts";
import type { AllocationAnswer } from "./types.ts";

/** Name and version of this allocator: a new version may answer otherwise. */
const REPAIRS = "repairs/1";

type Job = {
  readonly context: RuleContext;
  readonly facts: PlanningFacts;
  readonly findings: readonly Finding[];
};

function answer(
  outcome: AllocationAnswer["outcome"],
  targets: AllocationAnswer["targets"],
): AllocationAnswer {
  return { schema: "ballast/allocation/1", allocator: REPAIRS, outcome, targets };
}

function attempt({ context, facts }: Job, whole: BaseUnits): AllocationAnswer {
  const needs = needsOf({ context, facts });
  const market = openMarket({ context, facts, needs, whole });
  const flows = prune(repairs({ market, needs, context }), { context, facts, market });
  return answer("targets", targetsOf({ market, flows, needs }));
}

/** Whether the plan of an answer would break a limit that holds now, because trading itself shrinks the whole. */
function breaks({ context, findings }: Job, outcome: PlanOutcome): boolean {
  if (outcome.kind !== "plan") return false;
  return afterState.judge({ ...context, findings, plan: outcome.plan }).some((found) => found.level !== "ok");
}

/** Tries the whole account, then a whole less twice the worst loss of the first try. */
function settle(job: Job): AllocationAnswer {
  const { total } = job.facts;
  const first = attempt(job, total);
  const outcome = planFromTargets({ context: job.context, answer: first, facts: job.facts });
  if (outcome.kind !== "plan" || !breaks(job, outcome)) return first;
  const loss = outcome.plan.figures.worstLoss;
  return attempt(job, subtractToZero(total, (loss + loss) as BaseUnits));
}

/**
 * The fallback when the optimiser was late, found nothing, or gave what breaks a rule: repairs of broken limits and nothing else, without a solver. Each is brought to the nearest
 * point inside its limit, less a hysteresis, as far as the market allows within the slippage ceiling. Bands, caps, the liquidity ladder, frozen positions, dwell and the
 * minimum trade bound every move. Integers throughout; a tie goes to the first position by name. `infeasible` when something is unknown or when limits are broken and
 * nothing can be done.
 */
export function allocateRepairs(context: RuleContext, findings: readonly Finding[]): AllocationAnswer {
  if (portfolioOf(context).unknown.length > 0) return answer("infeasible", []);
  const facts = planningFacts(context, findings);
  const found = settle({ context, facts, findings });
  const isStill = planFromTargets({ context, answer: found, facts }).kind === "no-move";
  return isStill && needsRepair(findings) ? answer("infeasible", []) : found;
}
