import { callCount } from "../../plan/callCount.ts";
import { gasUnits } from "../../plan/gasEstimate.ts";
import type { Finding } from "../finding.ts";
import type { PlanRule } from "../rule.ts";

const ID = "batch-limits";

type Measure = { readonly what: "calls" | "gas"; readonly value: bigint; readonly most: bigint };

const OVER = { calls: "too-many-calls", gas: "too-much-gas" } as const;

function judgeOne({ what, value, most }: Measure): Finding {
  const isWithin = value <= most;
  return {
    rule: ID,
    code: isWithin ? `within-${what}` : OVER[what],
    subject: { kind: "plan", id: what },
    level: isWithin ? "ok" : "critical",
    measured: { unit: "count", value },
    limit: { unit: "count", value: most },
    evidence: [{ kind: "policy", path: what === "calls" ? "batch.maxCalls" : "batch.maxGas" }],
    effect: { kind: "none" },
  };
}

/**
 * A batch has at most so many inner calls and uses at most so much gas, by estimate. Guards against a batch that no signer can read through
 * and against one that a full block will not take.
 */
export const batchLimits: PlanRule = {
  id: ID,
  codes: ["within-calls", "too-many-calls", "within-gas", "too-much-gas"],
  judge: ({ policy, plan }) => [
    judgeOne({ what: "calls", value: callCount(plan), most: policy.batch.maxCalls }),
    judgeOne({ what: "gas", value: gasUnits(plan), most: policy.batch.maxGas }),
  ],
};
