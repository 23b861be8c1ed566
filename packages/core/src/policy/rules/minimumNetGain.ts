import type { Finding } from "../finding.ts";
import { isRepair } from "../repair.ts";
import type { PlanRule } from "../rule.ts";

const ID = "minimum-net-gain";

/**
 * A rebalance for yield must gain at least so much over the horizon, after trading cost and gas. Guards against moving nine figures for
 * small change: every move carries risks that no figure here holds. A plan that repairs a limit owes no gain, an emergency even less, and a claim
 * only takes what is owed; the finding says so.
 */
export const minimumNetGain: PlanRule = {
  id: ID,
  codes: ["enough-gain", "too-little-gain", "no-gain-asked"],
  judge: ({ policy, plan, findings }) => {
    const { netGain } = plan.figures;
    const { minimumNetGain: least } = policy.costs;
    const base = {
      rule: ID,
      subject: { kind: "plan", id: plan.purpose },
      measured: { unit: "base-change", value: netGain },
      limit: { unit: "base", value: least },
      evidence: [{ kind: "policy", path: "costs.minimumNetGain" }],
      effect: { kind: "none" },
    } as const satisfies Partial<Finding>;
    if (plan.purpose !== "rebalance" || isRepair(plan, findings))
      return [{ ...base, code: "no-gain-asked", level: "ok" }];
    if (netGain >= least) return [{ ...base, code: "enough-gain", level: "ok" }];
    return [{ ...base, code: "too-little-gain", level: "notice", effect: { kind: "hold" } }];
  },
};
