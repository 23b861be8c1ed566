import type { WithdrawalRequest } from "../../plan/types.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import { sumValues } from "../../units/order.ts";
import { portionUp } from "../../units/share.ts";
import { valueUp } from "../../units/value.ts";
import type { PlanRule } from "../rule.ts";
import { ceilingOf } from "./slippage.ts";

const ID = "worst-case";

/** What rounding takes of a request: one unit of what is spent, and one of what each of its parts pays. */
function roundingOf({ order }: WithdrawalRequest): bigint {
  return 1n + ("amounts" in order ? BigInt(order.amounts.length) : 1n);
}

/**
 * If every swap pays only its minimum, the whole batch loses at most the ceiling of what it trades. Guards against figures and actions that
 * do not belong together: the loss that signers are shown is checked here against the actions alone. A request keeps its value in a ticket of the account, so it may lose
 * what rounding takes and no more; a claim loses nothing.
 */
export const worstCase: PlanRule = {
  id: ID,
  codes: ["loss-bounded", "loss-beyond-ceiling", "loss-unknown"],
  judge: ({ snapshot, policy, plan }) => {
    const ceiling = ceilingOf(policy, plan);
    const traded = plan.actions.flatMap(({ spend }) => {
      const rate = rateOf(snapshot, spend.asset);
      return rate === null ? [] : [valueUp(spend.amount, rate)];
    });
    const isKnown = traded.length === plan.actions.length;
    const most = portionUp(sumValues(traded), ceiling);
    const { worstLoss } = plan.figures;
    // Each action's own rounding may add one unit to the sum.
    const rounding = plan.requests.reduce((sum, each) => sum + roundingOf(each), BigInt(traded.length));
    const isWithin = isKnown && worstLoss <= most + rounding;
    return [
      {
        rule: ID,
        code: isKnown ? (isWithin ? "loss-bounded" : "loss-beyond-ceiling") : "loss-unknown",
        subject: { kind: "plan", id: plan.purpose },
        level: isKnown ? (isWithin ? "ok" : "critical") : "unknown",
        measured: { unit: "base", value: worstLoss },
        limit: isKnown ? { unit: "base", value: most } : null,
        evidence: [{ kind: "policy", path: "costs" }],
        effect: { kind: "none" },
      },
    ];
  },
};
