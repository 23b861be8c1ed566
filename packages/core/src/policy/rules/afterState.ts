import { applyPlan, type Payment } from "../../plan/applyPlan.ts";
import type { Finding } from "../finding.ts";
import type { PlanContext, PlanRule } from "../rule.ts";
import { subjectKey } from "../sortFindings.ts";
import { liquidityLadder } from "./liquidityLadder.ts";
import { positionBand } from "./positionBand.ts";
import { protocolCap } from "./protocolCap.ts";

const ID = "after-state";

/** The rules that judge what the account holds, and so what a plan would make it hold. */
const LIMITS = [positionBand, protocolCap, liquidityLadder];

function keyOf({ rule, code, subject }: Finding): string {
  return `${rule} ${code} ${subjectKey(subject)}`;
}

function isBreach({ level }: Finding): boolean {
  return level !== "ok" && level !== "notice";
}

function newBreaches({ plan, findings, ...context }: PlanContext, at: Payment): Finding[] {
  const before = new Set(findings.filter(isBreach).map(keyOf));
  const snapshot = applyPlan(context.snapshot, { plan, at });
  return LIMITS.flatMap((rule) => rule.evaluate({ ...context, snapshot })).filter(
    (found) => isBreach(found) && !before.has(keyOf(found)),
  );
}

/**
 * The account as it would be after the plan, at its quotes and at its minimums, breaks no limit that it kept before. Guards against repairing one
 * limit by breaking another, and against a plan that is inside every limit only if the market is kind. An emergency is not held up by it:
 * too much idle money is better than a failing position.
 */
export const afterState: PlanRule = {
  id: ID,
  codes: ["no-new-breach", "breaks-position-band", "breaks-protocol-cap", "breaks-liquidity-ladder"],
  judge: (context) => {
    const isEmergency = context.plan.purpose === "emergency-exit";
    const found = new Map<string, Finding>();
    for (const at of ["expected", "atLeast"] as const) {
      for (const breach of newBreaches(context, at)) found.set(keyOf(breach), breach);
    }
    if (found.size === 0) {
      return [
        {
          rule: ID,
          code: "no-new-breach",
          subject: { kind: "plan", id: context.plan.purpose },
          level: "ok",
          measured: { unit: "count", value: 0n },
          limit: null,
          evidence: [{ kind: "policy", path: "universe" }],
          effect: { kind: "none" },
        },
      ];
    }
    return [...found.values()].map(({ subject, measured, limit, evidence, rule }) => ({
      rule: ID,
      code: `breaks-${rule}`,
      subject,
      level: isEmergency ? "warning" : "critical",
      measured,
      limit,
      evidence,
      effect: { kind: "none" },
    }));
  },
};
