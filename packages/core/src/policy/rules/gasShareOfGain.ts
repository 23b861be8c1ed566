import { mulDivUp } from "../../units/mulDiv.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import { isRepair } from "../repair.ts";
import type { PlanRule } from "../rule.ts";

const ID = "gas-share-of-gain";

/**
 * The gas of a rebalance for yield costs at most a share of what it gains over the horizon. Guards against moves that pay the chain and hardly the treasury, which a minimum
 * net gain in ether lets pass where the account is large. Compared exactly; shown rounded up. A plan that repairs a limit, an emergency and a claim owe no gain; the finding says
 * so. Without a limit in the policy nothing is said.
 */
export const gasShareOfGain: PlanRule = {
  id: ID,
  codes: ["gas-share-within", "gas-share-above", "no-gain-for-gas", "no-gas-share-asked"],
  judge: ({ policy, plan, findings }) => {
    const limit = policy.costs.gasShareOfGain;
    if (limit === undefined) return [];
    const { gasCost, grossGain } = plan.figures;
    const base = {
      rule: ID,
      subject: { kind: "plan", id: plan.purpose },
      measured: null,
      limit: { unit: "bps", value: limit },
      evidence: [{ kind: "policy", path: "costs.gasShareOfGain" }],
      effect: { kind: "none" },
    } as const satisfies Partial<Finding>;
    if (plan.purpose !== "rebalance" || isRepair(plan, findings))
      return [{ ...base, code: "no-gas-share-asked", level: "ok" }];
    if (grossGain <= 0n)
      return [{ ...base, code: "no-gain-for-gas", level: "notice", effect: { kind: "hold" } }];
    const share = ratioBps(mulDivUp(gasCost, { times: BPS_ONE, over: grossGain }));
    const measured = { unit: "bps", value: share } as const;
    if (gasCost * BPS_ONE <= limit * grossGain)
      return [{ ...base, code: "gas-share-within", level: "ok", measured }];
    return [{ ...base, code: "gas-share-above", level: "notice", measured, effect: { kind: "hold" } }];
  },
};
