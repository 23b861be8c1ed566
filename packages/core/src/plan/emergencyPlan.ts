import { largestInputWithin } from "../curve/largestInputWithin.ts";
import type { Finding } from "../policy/finding.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { BaseUnits, PositionId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { min, subtractToZero } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { amountForValueUp, valueUp } from "../units/value.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { assemblePlan } from "./assemblePlan.ts";
import { gasCost, gasUnits } from "./gasEstimate.ts";
import { type Line, type PlanningFacts, planningFacts } from "./planningFacts.ts";
import { quoteAction } from "./quoteAction.ts";
import type { Action, Plan } from "./types.ts";

/** The answer to urgent findings. */
export type EmergencyAnswer = {
  /** Whether there is anything worth leaving; dust that is worth less than the gas is not. */
  readonly isNeeded: boolean;
  /** What can leave; null when nothing can. */
  readonly plan: Plan | null;
  /** What could not leave. */
  readonly findings: readonly Finding[];
};

type Order = { readonly position: PositionId; readonly target: BaseUnits };

/** What urgent findings ask for: for each position the lowest target of all. Sorted by position. */
function emergencyOrders(findings: readonly Finding[]): Order[] {
  const orders = new Map<PositionId, Order>();
  for (const { effect } of findings) {
    if (effect.kind !== "reduce-to" || !effect.urgent) continue;
    const known = orders.get(effect.position);
    if (known === undefined || effect.target < known.target) {
      orders.set(effect.position, { position: effect.position, target: effect.target });
    }
  }
  return [...orders.values()].toSorted((a, b) => compareText(a.position, b.position));
}

type Job = { readonly context: RuleContext; readonly facts: PlanningFacts };

/** Sells what is asked, or the most that the market takes within the emergency ceiling. */
function sale({ context, facts }: Job, { line, target }: { line: Line; target: BaseUnits }): Action | null {
  const { exit: curve, rate: rateIn, amount } = line;
  if (curve === null) return null;
  const ceiling = context.policy.costs.emergencySlippage;
  const excess = subtractToZero<BaseUnits>(line.value, target);
  const asked = target === 0n ? amount : min(amountForValueUp(excess, rateIn), amount);
  const most = largestInputWithin({ curve, rateIn, rateOut: WAD_ONE, maxCost: ceiling });
  const spend = min(asked, most);
  if (spend === 0n) return null;
  const limitedBy = spend < asked ? "slippage" : "emergency";
  // The price is falling while owners sign: the ceiling that they chose is the minimum, the quote of now is not.
  const terms = { settlement: facts.settlement, ceiling, tolerance: null };
  const action = quoteAction({ kind: "exit", line, spend, limitedBy, ...terms });
  return action.kind === "unquotable" ? null : action;
}

function shortfall({
  line,
  target,
  action,
}: {
  line: Line;
  target: BaseUnits;
  action: Action | null;
}): Finding[] {
  const sold = valueUp(action?.spend.amount ?? rawAmount(0n), line.rate);
  const left = subtractToZero(subtractToZero<BaseUnits>(line.value, target), sold);
  if (left === 0n) return [];
  return [
    {
      rule: "emergency-exit",
      code: action === null ? "no-way-out" : "partly-out",
      subject: { kind: "position", id: line.position },
      level: "critical",
      measured: { unit: "base", value: left },
      limit: { unit: "base", value: target },
      evidence: [line.exit === null ? { kind: "policy", path: "costs.emergencySlippage" } : line.exit.source],
      effect: { kind: "none" },
    },
  ];
}

/**
 * The direct answer to urgent findings. It waits for no optimum and no yield: it sells to the settlement asset, within the policy's emergency
 * ceiling, all that is asked for or as much as the market takes, and says of each position what could not leave. It enters nothing.
 */
export function emergencyPlan(context: RuleContext, findings: readonly Finding[]): EmergencyAnswer {
  const facts = planningFacts(context, findings);
  const job = { context, facts };
  const dust = context.snapshot.gas === null ? 0n : gasCost(gasUnits(1n), context.snapshot.gas);
  const sales = emergencyOrders(findings).flatMap(({ position, target }) => {
    const line = facts.lines.find((each) => each.position === position);
    if (line === undefined || line.value <= target + dust) return [];
    return [{ line, target, action: sale(job, { line, target }) }];
  });
  const actions = sales.map((each) => each.action).filter((action) => action !== null);
  const ceiling = context.policy.costs.emergencySlippage;
  const plan =
    actions.length === 0 ? null : assemblePlan({ ...job, purpose: "emergency-exit", actions, ceiling });
  return { isNeeded: sales.length > 0, plan, findings: sales.flatMap(shortfall) };
}
