import { inputForOutputUp } from "../curve/inputForOutputUp.ts";
import type { Finding } from "../policy/finding.ts";
import { isRepair } from "../policy/repair.ts";
import type { RuleContext } from "../policy/rule.ts";
import { afterState } from "../policy/rules/afterState.ts";
import { portfolioOf } from "../portfolio/portfolio.ts";
import type { BaseUnits } from "../units/brands.ts";
import { min, subtractToZero } from "../units/order.ts";
import { amountForValueUp } from "../units/value.ts";
import { guaranteedDown } from "./allocate/chain.ts";
import { type Market, openMarket, type Side, sideOf } from "./allocate/market.ts";
import { type Flow, match } from "./allocate/match.ts";
import { type Needs, needsOf } from "./allocate/needs.ts";
import { prune } from "./allocate/prune.ts";
import { targetsOf } from "./allocate/targetsOf.ts";
import { type PlanOutcome, planFromTargets } from "./planFromTargets.ts";
import { type PlanningFacts, planningFacts } from "./planningFacts.ts";
import type { AllocationAnswer } from "./types.ts";

/** Name and version of this allocator: a new version may answer otherwise. */
export const GREEDY = "greedy/1";

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

function forcedSale(needs: Needs, { chain }: Side): bigint {
  const need = needs.sell.get(chain.line.position);
  if (need === undefined) return 0n;
  if (chain.line.exit === null) return min<bigint>(need.value, chain.bound);
  const amount = min(amountForValueUp(need.value, chain.line.rate), chain.line.amount);
  return min(guaranteedDown(chain.line.exit, amount), chain.bound);
}

function forcedPurchase(needs: Needs, { chain }: Side): bigint {
  const need = needs.buy.get(chain.line.position);
  if (need === undefined) return 0n;
  if (chain.line.enter === null) return min<bigint>(need.value, chain.bound);
  const amount = amountForValueUp(need.value, chain.line.rate);
  return min<bigint>(inputForOutputUp(chain.line.enter, amount) ?? chain.bound, chain.bound);
}

/** What limits force, forced against forced first: it costs least to repair two limits with one move. */
function repairs(market: Market, needs: Needs): Flow[] {
  const forcedSupplies = market.supplies.filter((side) => needs.sell.has(side.chain.line.position));
  const forcedDemands = market.demands.filter((side) => needs.buy.has(side.chain.line.position));
  const capOf = (side: Side): bigint => {
    if (forcedSupplies.includes(side)) return forcedSale(needs, side);
    return forcedDemands.includes(side) ? forcedPurchase(needs, side) : side.chain.bound;
  };
  const session = { capOf, isForced: true };
  return [
    ...match(market, { ...session, supplies: forcedSupplies, demands: forcedDemands }),
    ...match(market, { ...session, supplies: forcedSupplies, demands: market.demands }),
    ...match(market, { ...session, supplies: market.supplies, demands: forcedDemands }),
  ];
}

/** What gains: only positions of known yield, and none against the direction that a limit moved it. */
function gains(market: Market): Flow[] {
  const moved = (sides: readonly Side[], side: Side) =>
    (sideOf(sides, side.chain.line.position)?.used ?? 0n) > 0n;
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
  const forced = repairs(market, needs);
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
  const found = settle({ context, facts, findings }, scope);
  const isStill = planFromTargets({ context, answer: found, facts }).kind === "no-move";
  return isStill && isRepair(findings) ? answer("infeasible", []) : found;
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
