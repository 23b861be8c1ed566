import type { RuleContext } from "../policy/rule.ts";
import type { BaseUnits } from "../units/brands.ts";
import { max, min, subtractToZero, sumValues } from "../units/order.ts";
import { portionDown } from "../units/share.ts";
import { amountForValueUp } from "../units/value.ts";
import { HYSTERESIS } from "./allocate/innerLimits.ts";
import { fitsBatch } from "./fitsBatch.ts";
import type { Line, PlanningFacts } from "./planningFacts.ts";
import { queueOf } from "./queueOf.ts";
import type { Action, WithdrawalRequest } from "./types.ts";
import { withdrawalRequest } from "./withdrawalRequest.ts";

type Job = { readonly facts: PlanningFacts; readonly actions: readonly Action[] };

type Reduction = { readonly line: Line; readonly target: BaseUnits; readonly total: BaseUnits };

/**
 * What a broken limit asks out of a position, and the hysteresis, so that the growth until the owners have signed does not break it again: at least the
 * minimum trade, at most all of it; 0 when nothing is asked.
 */
function excessOf({ policy }: RuleContext, { line, target, total }: Reduction): BaseUnits {
  const excess = subtractToZero<BaseUnits>(line.value, target);
  if (excess === 0n) return excess;
  const wanted = sumValues([excess, portionDown(total, HYSTERESIS)]);
  return min(max(wanted, policy.pace.minimumTrade), line.value);
}

/**
 * Requests for what broken limits ask out of positions that no market trades and whose protocol has an open queue: the excess and the hysteresis of a quarter of a per cent of the account, rounded up. Positions with
 * a market are repaired there. A frozen exit is kept.
 */
export function repairRequests(context: RuleContext, { facts, actions }: Job): WithdrawalRequest[] {
  const requests: WithdrawalRequest[] = [];
  for (const line of facts.lines) {
    const target = facts.reductions.get(line.position);
    const exit = queueOf(context.snapshot, line.position);
    if (target === undefined || exit === null || exit.stoppedBy.length > 0) continue;
    if (line.exit !== null || !line.mayExit) continue;
    const excess = excessOf(context, { line, target, total: facts.total });
    if (excess === 0n) continue;
    const request = withdrawalRequest({
      exit,
      line,
      amount: min(amountForValueUp(excess, line.rate), line.amount),
      limitedBy: "limit",
      leavesOperator: false,
      fits: (each) => fitsBatch(context.policy, { claims: [], actions, requests: [...requests, each] }),
    });
    if (request !== null) requests.push(request);
  }
  return requests;
}
