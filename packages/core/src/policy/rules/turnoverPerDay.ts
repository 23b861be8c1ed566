import { movedSince } from "../../decision/movedSince.ts";
import { portfolioOf } from "../../portfolio/portfolio.ts";
import { subtractToZero, sumValues } from "../../units/order.ts";
import { isAboveShare, shareUp } from "../../units/share.ts";
import { unixSeconds } from "../../units/times.ts";
import type { Finding } from "../finding.ts";
import type { PlanRule } from "../rule.ts";

const ID = "turnover-per-day";
const DAY = 86_400n;

/**
 * What rebalances move within a day, this plan included, is at most a share of the account's present value. Guards against many moves that are each small enough, and against
 * an allocator that turns the account over on a whim. What executed within a day counts, an emergency's exits too, and what may still execute. An emergency and a claim are not
 * held by it. A rebalance above it is held until there is room again; no rule makes it smaller. Without a limit in the policy nothing is said.
 */
export const turnoverPerDay: PlanRule = {
  id: ID,
  codes: ["turnover-within", "turnover-above", "turnover-not-limited", "turnover-unknown"],
  judge: (context) => {
    const { snapshot, policy, openWork, plan } = context;
    const limit = policy.pace.turnoverPerDay;
    if (limit === undefined) return [];
    const { total, unknown } = portfolioOf(context);
    const before = movedSince(openWork, unixSeconds(subtractToZero<bigint>(snapshot.block.timestamp, DAY)));
    const moved = sumValues([before, plan.figures.turnover]);
    const base = {
      rule: ID,
      subject: { kind: "plan", id: plan.purpose },
      measured: { unit: "bps", value: shareUp(moved, total) },
      limit: { unit: "bps", value: limit },
      evidence: [
        { kind: "header", field: "timestamp" },
        { kind: "policy", path: "pace.turnoverPerDay" },
      ],
      effect: { kind: "none" },
    } as const satisfies Partial<Finding>;
    if (plan.purpose !== "rebalance") return [{ ...base, code: "turnover-not-limited", level: "ok" }];
    if (unknown.length > 0) return [{ ...base, code: "turnover-unknown", level: "unknown", measured: null }];
    if (!isAboveShare(moved, { max: limit, of: total }))
      return [{ ...base, code: "turnover-within", level: "ok" }];
    return [{ ...base, code: "turnover-above", level: "notice", effect: { kind: "hold" } }];
  },
};
