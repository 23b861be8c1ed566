import { rateOf } from "../../portfolio/rateOf.ts";
import { baseUnits } from "../../units/quantities.ts";
import { valueDown } from "../../units/value.ts";
import type { PlanRule } from "../rule.ts";

const ID = "minimum-trade";

/**
 * No swap and no request of a rebalance is worth less than the minimum trade. Guards against batches padded with trades whose fixed costs and whose reading time no
 * gain pays. An emergency leaves with what there is, and a claim takes what is owed.
 */
export const minimumTrade: PlanRule = {
  id: ID,
  codes: ["large-enough", "too-small", "size-unknown"],
  judge: ({ snapshot, policy, plan }) => {
    const least = plan.purpose === "emergency-exit" ? baseUnits(0n) : policy.pace.minimumTrade;
    return [...plan.actions, ...plan.requests].map(({ position, spend }) => {
      const rate = rateOf(snapshot, spend.asset);
      const value = rate === null ? null : valueDown(spend.amount, rate);
      return {
        rule: ID,
        code: value === null ? "size-unknown" : value >= least ? "large-enough" : "too-small",
        subject: { kind: "position", id: position },
        level: value === null ? "unknown" : value >= least ? "ok" : "critical",
        measured: value === null ? null : { unit: "base", value },
        limit: { unit: "base", value: least },
        evidence: [{ kind: "policy", path: "pace.minimumTrade" }],
        effect: { kind: "none" },
      };
    });
  },
};
