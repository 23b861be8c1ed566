import type { Finding } from "../finding.ts";
import { isRepair } from "../repair.ts";
import type { PlanRule } from "../rule.ts";

const ID = "payback";

/**
 * The gain must have paid the cost within a time. Guards against costs that only a far horizon makes look small: yields change, and what has
 * not paid by then may never. Plans that repair a limit, emergencies and claims owe no payback; the finding says so.
 */
export const payback: PlanRule = {
  id: ID,
  codes: ["pays-back", "pays-back-too-late", "never-pays-back", "no-payback-asked"],
  judge: ({ policy, plan, findings }) => {
    const taken = plan.figures.payback;
    const base = {
      rule: ID,
      subject: { kind: "plan", id: plan.purpose },
      measured: taken === null ? null : { unit: "seconds", value: taken },
      limit: { unit: "seconds", value: policy.costs.payback },
      evidence: [{ kind: "policy", path: "costs.payback" }],
      effect: { kind: "none" },
    } as const satisfies Partial<Finding>;
    if (plan.purpose !== "rebalance" || isRepair(plan, findings))
      return [{ ...base, code: "no-payback-asked", level: "ok" }];
    if (taken === null)
      return [{ ...base, code: "never-pays-back", level: "notice", effect: { kind: "hold" } }];
    if (taken <= policy.costs.payback) return [{ ...base, code: "pays-back", level: "ok" }];
    return [{ ...base, code: "pays-back-too-late", level: "notice", effect: { kind: "hold" } }];
  },
};
