import { portfolioOf } from "../../portfolio/portfolio.ts";
import { isAboveShare, shareUp } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { PlanRule } from "../rule.ts";

const ID = "worst-loss-per-batch";

/**
 * If every trade pays only its minimum, a rebalance loses at most a share of the account's value. Guards against a batch whose ceilings are each kept and which is so large
 * that together they are a loss worth noticing: it is the figure that signers see recomputed from the calls. A repair is bound by it too. An emergency is bounded by its own ceiling:
 * above the limit it says so and goes on. Compared exactly; shown rounded up. Without a limit in the policy nothing is said.
 */
export const worstLossPerBatch: PlanRule = {
  id: ID,
  codes: ["loss-within", "loss-above", "loss-above-in-emergency", "share-unknown"],
  judge: (context) => {
    const { policy, plan } = context;
    const limit = policy.costs.worstLossPerBatch;
    if (limit === undefined) return [];
    const { total, unknown } = portfolioOf(context);
    const { worstLoss } = plan.figures;
    const isEmergency = plan.purpose === "emergency-exit";
    const base = {
      rule: ID,
      subject: { kind: "plan", id: plan.purpose },
      measured: { unit: "bps", value: shareUp(worstLoss, total) },
      limit: { unit: "bps", value: limit },
      evidence: [{ kind: "policy", path: "costs.worstLossPerBatch" }],
      effect: { kind: "none" },
    } as const satisfies Partial<Finding>;
    if (unknown.length > 0) {
      const level = isEmergency ? "notice" : "unknown";
      return [{ ...base, code: "share-unknown", level, measured: null }];
    }
    if (!isAboveShare(worstLoss, { max: limit, of: total }))
      return [{ ...base, code: "loss-within", level: "ok" }];
    return [
      isEmergency
        ? { ...base, code: "loss-above-in-emergency", level: "notice" }
        : { ...base, code: "loss-above", level: "critical" },
    ];
  },
};
