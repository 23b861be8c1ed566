import { costBpsUp, isWithinCost } from "../../curve/costBpsUp.ts";
import type { Action, Plan } from "../../plan/types.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import type { Bps, RawAmount, Wad } from "../../units/brands.ts";
import type { Finding } from "../finding.ts";
import type { Policy } from "../policy.ts";
import type { PlanRule } from "../rule.ts";

const ID = "slippage";

/** The ceiling that applies to a plan: an emergency has its own. */
export function ceilingOf({ costs }: Policy, { purpose }: Pick<Plan, "purpose">): Bps {
  return purpose === "emergency-exit" ? costs.emergencySlippage : costs.slippage;
}

type Judged = { readonly action: Action; readonly ceiling: Bps; readonly rateIn: Wad; readonly rateOut: Wad };

function trade({ action, rateIn, rateOut }: Judged, amountOut: RawAmount) {
  return { amountIn: action.spend.amount, amountOut, rateIn, rateOut };
}

function code(judged: Judged): string {
  const { expected, atLeast } = judged.action.receive;
  if (atLeast > expected) return "minimum-above-quote";
  if (!isWithinCost(trade(judged, expected), judged.ceiling)) return "quote-beyond-ceiling";
  if (!isWithinCost(trade(judged, atLeast), judged.ceiling)) return "minimum-beyond-ceiling";
  return "within-ceiling";
}

function judgeAction(snapshot: Snapshot, { action, ceiling }: { action: Action; ceiling: Bps }): Finding {
  const rateIn = rateOf(snapshot, action.spend.asset);
  const rateOut = rateOf(snapshot, action.receive.asset);
  const base = {
    rule: ID,
    subject: { kind: "position", id: action.position },
    limit: { unit: "bps", value: ceiling },
    evidence: [{ kind: "policy", path: "costs" }],
    effect: { kind: "none" },
  } as const satisfies Partial<Finding>;
  if (rateIn === null || rateOut === null || action.spend.amount === 0n) {
    return { ...base, code: "cost-unknown", level: "unknown", measured: null };
  }
  const judged = { action, ceiling, rateIn, rateOut };
  const found = code(judged);
  const measured = { unit: "bps", value: costBpsUp(trade(judged, action.receive.atLeast)) } as const;
  return { ...base, code: found, level: found === "within-ceiling" ? "ok" : "critical", measured };
}

/**
 * Each swap, at its quote and at its minimum, gives up at most the ceiling against the accounting rates of the block; and its minimum is not above its
 * quote, which would be a batch that cannot execute. Guards against a thin or skewed pool and against whoever trades around the batch. The
 * accounting rates are the yardstick, not the pool: a pool says of itself whatever the last trade made it say.
 */
export const slippage: PlanRule = {
  id: ID,
  codes: [
    "within-ceiling",
    "quote-beyond-ceiling",
    "minimum-beyond-ceiling",
    "minimum-above-quote",
    "cost-unknown",
  ],
  judge: ({ snapshot, policy, plan }) =>
    plan.actions.map((action) => judgeAction(snapshot, { action, ceiling: ceilingOf(policy, plan) })),
};
