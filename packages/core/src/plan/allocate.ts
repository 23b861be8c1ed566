import type { Finding } from "../policy/finding.ts";
import { needsRepair } from "../policy/repair.ts";
import type { RuleContext } from "../policy/rule.ts";
import { afterState } from "../policy/rules/afterState.ts";
import { portfolioOf } from "../portfolio/portfolio.ts";
import type { BaseUnits } from "../units/brands.ts";
import { subtractToZero } from "../units/order.ts";
import { setFloor } from "./allocate/ladder.ts";
import { type Market, openMarket, sideOf } from "./allocate/market.ts";
import { type Flow, match } from "./allocate/match.ts";
import { needsOf } from "./allocate/needs.ts";
import { prune } from "./allocate/prune.ts";
import { repairs } from "./allocate/repairs.ts";
import type { Side } from "./allocate/side.ts";
import { targetsOf } from "./allocate/targetsOf.ts";
import { type PlanOutcome, planFromTargets } from "./planFromTargets.ts";
import { type PlanningFacts, planningFacts } from "./planningFacts.ts";
import { repairRequests } from "./repairRequests.ts";
import type { AllocationAnswer } from "./types.ts";

/** Name and version of this allocator: a new version may answer otherwise. */
export const GREEDY = "greedy/2";

type Job = {
  readonly context: RuleContext;
  readonly facts: PlanningFacts;
  readonly findings: readonly Finding[];
};
type Scope = "all" | "repairs";
type Round = { readonly scope: Scope; readonly whole: BaseUnits };

function answer(
  outcome: AllocationAnswer["outcome"],
  targets: AllocationAnswer["targets"],
): AllocationAnswer {
  return { schema: "ballast/allocation/1", allocator: GREEDY, outcome, targets };
}

/** What gains: only positions of known yield, and none against the direction that a limit moved it. */
function gains(market: Market): Flow[] {
  const moved = (sides: readonly Side[], side: Side) =>
    (sideOf(sides, side.chain.line.position)?.used ?? 0n) > 0n;
  setFloor(market.ladder, "gain");
  const isKnown = (side: Side) => side.chain.line.yield !== null;
  return match(market, {
    supplies: market.supplies.filter((side) => isKnown(side) && !moved(market.demands, side)),
    demands: market.demands.filter((side) => isKnown(side) && !moved(market.supplies, side)),
    capOf: (side) => side.chain.bound,
    isForced: false,
  });
}

function attempt({ context, facts }: Job, { scope, whole }: Round): AllocationAnswer {
  const needs = needsOf({ context, facts });
  const market = openMarket({ context, facts, needs, whole });
  const forced = repairs({ market, needs, context });
  const flows = scope === "all" ? [...forced, ...gains(market)] : forced;
  const kept = prune(flows, { context, facts, market });
  return answer("targets", targetsOf({ market, flows: kept, needs }));
}

/** Whether the plan of an answer would break a limit that holds now, because trading itself shrinks the whole. */
function breaks({ context, findings }: Job, outcome: PlanOutcome): boolean {
  if (outcome.kind !== "plan") return false;
  return afterState.judge({ ...context, findings, plan: outcome.plan }).some((found) => found.level !== "ok");
}

/** Tries the whole account, then a whole less twice the worst loss of the first try, then repairs alone. */
function settle(job: Job, scope: Scope): AllocationAnswer {
  const { total } = job.facts;
  const first = attempt(job, { scope, whole: total });
  const outcome = planFromTargets({ context: job.context, answer: first, facts: job.facts });
  if (outcome.kind !== "plan" || !breaks(job, outcome)) return first;
  const loss = outcome.plan.figures.worstLoss;
  const second = attempt(job, { scope, whole: subtractToZero(total, (loss + loss) as BaseUnits) });
  const again = planFromTargets({ context: job.context, answer: second, facts: job.facts });
  if (!breaks(job, again)) return second;
  return attempt(job, { scope: "repairs", whole: total });
}

function solve(
  context: RuleContext,
  { findings, scope }: { findings: readonly Finding[]; scope: Scope },
): AllocationAnswer {
  if (portfolioOf(context).unknown.length > 0) return answer("infeasible", []);
  const facts = planningFacts(context, findings);
  // A request repairs a limit beside whatever else is in the batch, which then owes no gain: so nothing for yield is put beside it.
  const isAsked = repairRequests(context, { facts, actions: [] }).length > 0;
  const found = settle({ context, facts, findings }, isAsked ? "repairs" : scope);
  const isStill = planFromTargets({ context, answer: found, facts }).kind === "no-move";
  return isStill && needsRepair(findings) ? answer("infeasible", []) : found;
}

/**
 * The value that every position should have, within every limit of the policy and after all costs.
 *
 * Broken limits first: each is brought to the nearest point inside it, less a hysteresis, as far as the market allows within the slippage ceiling.
 * Then money moves from what yields least to what yields most, while the next unit gains more over the horizon (or the payback time, if that is shorter)
 * than its trade gives up on both curves. Bands, caps, the liquidity ladder, frozen positions, dwell and the minimum trade bound every move.
 * Integers throughout; a tie goes to the first position by name. `infeasible` when something is unknown or when limits are broken and nothing can be done.
 * Emergencies are not allocated: emergencyPlan answers them directly.
 */
export function allocate(context: RuleContext, findings: readonly Finding[]): AllocationAnswer {
  return solve(context, { findings, scope: "all" });
}

/** The fallback when another allocator was late or found nothing: repairs of broken limits and nothing else. */
export function allocateRepairs(context: RuleContext, findings: readonly Finding[]): AllocationAnswer {
  return solve(context, { findings, scope: "repairs" });
}
