import { largestInputWithin } from "../curve/largestInputWithin.ts";
import type { Finding } from "../policy/finding.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { BaseUnits, RawAmount } from "../units/brands.ts";
import { min, subtractToZero } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { amountForValueUp, valueDown } from "../units/value.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { assemblePlan } from "./assemblePlan.ts";
import { type EmergencyOrder, emergencyOrders } from "./emergencyOrders.ts";
import { type Departure, emergencyShortfall } from "./emergencyShortfall.ts";
import { fitsBatch } from "./fitsBatch.ts";
import { GAS_PER_ACTION, GAS_PER_REQUEST, gasCost, gasUnits } from "./gasEstimate.ts";
import { type Line, type PlanningFacts, planningFacts } from "./planningFacts.ts";
import { queueOf } from "./queueOf.ts";
import { quoteAction } from "./quoteAction.ts";
import type { Action, Plan, PlanParts, WithdrawalRequest } from "./types.ts";
import { withdrawalRequest } from "./withdrawalRequest.ts";

/** The answer to urgent findings. */
export type EmergencyAnswer = {
  /** Whether there is anything worth leaving; dust that is worth less than the gas is not. */
  readonly isNeeded: boolean;
  /** What can leave; null when nothing can. */
  readonly plan: Plan | null;
  /** What could not leave. */
  readonly findings: readonly Finding[];
};

type Job = { readonly context: RuleContext; readonly facts: PlanningFacts };

const EMPTY: PlanParts = { claims: [], actions: [], requests: [] };

/** Cost of the least batch that a position leaves by: a swap, or a request where no market trades it. 0 when fees are not known, which halts by itself. */
function dustOf({ context: { snapshot } }: Job, { exit }: Line): bigint {
  const own = exit === null ? GAS_PER_REQUEST : GAS_PER_ACTION;
  return snapshot.gas === null ? 0n : gasCost(gasUnits(EMPTY) + own, snapshot.gas);
}

/** `dust` is worth less than it costs to leave, in base units. */
type Leaving = { readonly line: Line; readonly order: EmergencyOrder; readonly dust: bigint };

/** What is asked to leave, in the position's asset. */
function askedAmount({ line, order: { target } }: Leaving): RawAmount {
  const excess = subtractToZero<BaseUnits>(line.value, target);
  return target === 0n ? line.amount : min(amountForValueUp(excess, line.rate), line.amount);
}

/** Sells what is asked, or the most that the market takes within the emergency ceiling. */
function sale({ context, facts }: Job, leaving: Leaving): Action | null {
  const { line } = leaving;
  const { exit: curve, rate: rateIn } = line;
  if (curve === null) return null;
  const ceiling = context.policy.costs.emergencySlippage;
  const asked = askedAmount(leaving);
  const most = largestInputWithin({ curve, rateIn, rateOut: WAD_ONE, maxCost: ceiling });
  const spend = min(asked, most);
  if (spend === 0n) return null;
  const limitedBy = spend < asked ? "slippage" : "emergency";
  // The price is falling while owners sign: the ceiling that they chose is the minimum, the quote of now is not.
  const terms = { settlement: facts.settlement, ceiling, tolerance: null };
  const action = quoteAction({ kind: "exit", line, spend, limitedBy, ...terms });
  return action.kind === "unquotable" ? null : action;
}

/** Leaving the operator takes everything of the account with it, so only where there is nothing else. */
function mayUndelegate({ context: { snapshot } }: Job, { line, order }: Leaving): boolean {
  const staked = snapshot.positions.filter((held) => held.venue === line.venue && held.amount > 0n);
  return order.isOfOperator && order.target === 0n && staked.length === 1;
}

type Sold = Leaving & { readonly action: Action | null; readonly parts: PlanParts };

/** Asks the protocol for what the market did not take, where its queue is open and it is worth the gas. */
function request(job: Job, { action, parts, ...leaving }: Sold): WithdrawalRequest | null {
  const exit = queueOf(job.context.snapshot, leaving.line.position);
  const amount = subtractToZero(askedAmount(leaving), action?.spend.amount ?? rawAmount(0n));
  if (exit === null || exit.stoppedBy.length > 0 || amount === 0n) return null;
  const asked = withdrawalRequest({
    exit,
    line: leaving.line,
    amount,
    limitedBy: "emergency",
    leavesOperator: action === null && mayUndelegate(job, leaving),
    fits: (each) => fitsBatch(job.context.policy, { ...parts, requests: [...parts.requests, each] }),
  });
  const isWorth = asked !== null && valueDown(asked.spend.amount, leaving.line.rate) > leaving.dust;
  return isWorth ? asked : null;
}

function departures(job: Job, findings: readonly Finding[]): Departure[] {
  const leaving = emergencyOrders(findings).flatMap((order): Leaving[] => {
    const line = job.facts.lines.find((each) => each.position === order.position);
    if (line === undefined) return [];
    const dust = dustOf(job, line);
    return line.value <= order.target + dust ? [] : [{ line, order, dust }];
  });
  const sales = leaving.map((each) => ({ ...each, action: sale(job, each) }));
  const actions = sales.map((each) => each.action).filter((each) => each !== null);
  const requests: WithdrawalRequest[] = [];
  return sales.map((each) => {
    const asked = request(job, { ...each, parts: { claims: [], actions, requests } });
    if (asked !== null) requests.push(asked);
    const exits = job.context.snapshot.exits.filter(({ position }) => position === each.line.position);
    const { line, dust, action } = each;
    return { line, dust, target: each.order.target, action, request: asked, exits };
  });
}

/**
 * The direct answer to urgent findings. It waits for no optimum and no yield. Of each position it sells to the settlement asset, within the policy's emergency ceiling, all that is
 * asked for or as much as the market takes; what is left it asks of the position's own protocol, if that has an open queue. It enters nothing, and says of each position what
 * could not leave and why. What was asked for has left the position, so it is not asked for again.
 */
export function emergencyPlan(context: RuleContext, findings: readonly Finding[]): EmergencyAnswer {
  const facts = planningFacts(context, findings);
  const left = departures({ context, facts }, findings);
  const actions = left.map((each) => each.action).filter((each) => each !== null);
  const requests = left.map((each) => each.request).filter((each) => each !== null);
  const ceiling = context.policy.costs.emergencySlippage;
  const parts = { actions, requests };
  const isPossible = actions.length + requests.length > 0;
  const plan = isPossible
    ? assemblePlan({ context, facts, purpose: "emergency-exit", parts, ceiling })
    : null;
  return { isNeeded: left.length > 0, plan, findings: left.flatMap(emergencyShortfall) };
}
