import { applyPlan } from "../../plan/applyPlan.ts";
import type { Action, Plan } from "../../plan/types.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import { operatorOf } from "../../units/operatorOf.ts";
import type { Finding, Subject } from "../finding.ts";
import type { PlanContext, PlanRule } from "../rule.ts";
import { subjectKey } from "../sortFindings.ts";
import { assetCap } from "./assetCap.ts";
import { exitLiquidityShare } from "./exitLiquidityShare.ts";
import { liquidityLadder } from "./liquidityLadder.ts";
import { positionBand } from "./positionBand.ts";
import { protocolCap } from "./protocolCap.ts";
import { sharedCauseCap } from "./sharedCauseCap.ts";
import { venueShare } from "./venueShare.ts";

const ID = "after-state";

/** The rules that judge what the account holds, and so what a plan would make it hold. */
const LIMITS = [
  positionBand,
  protocolCap,
  liquidityLadder,
  assetCap,
  venueShare,
  exitLiquidityShare,
  sharedCauseCap,
];

function keyOf({ rule, code, subject }: Finding): string {
  return `${rule} ${code} ${subjectKey(subject)}`;
}

function isBreach({ level }: Finding): boolean {
  return level !== "ok" && level !== "notice";
}

function isOf({ venue, position, spend, receive }: Action, subject: Subject): boolean {
  if (subject.kind === "venue") return venue === subject.id;
  if (subject.kind === "operator") return operatorOf(position) === subject.id;
  return subject.kind === "asset" && (spend.asset === subject.id || receive.asset === subject.id);
}

/** Whether a plan adds to what a cap is on, or does not take from it either: then nothing excuses that there is more of it after. */
function addsTo({ actions }: Plan, subject: Subject): boolean {
  const kinds = actions.filter((action) => isOf(action, subject)).map(({ kind }) => kind);
  return kinds.includes("enter") || !kinds.includes("exit");
}

type Pair = { readonly found: Finding; readonly before: Finding };

/**
 * Whether what is beyond a limit already is further beyond it after: lower where it must be raised, else higher. A position above its own maximum is
 * frozen for entries; its share also grows by what trading elsewhere costs, which is nobody's doing. A sale that brings a cap's subject down may leave it
 * measured in a market that the sale itself has worn.
 */
function isWorse(plan: Plan, { found: { measured, effect, subject }, before }: Pair): boolean {
  if (measured === null || before.measured === null) return false;
  if (effect.kind === "raise-to") return measured.value < before.measured.value;
  return subject.kind !== "position" && measured.value > before.measured.value && addsTo(plan, subject);
}

function newBreaches({ plan, findings, ...context }: PlanContext, snapshot: Snapshot): Finding[] {
  const before = new Map(findings.filter(isBreach).map((found) => [keyOf(found), found]));
  const enters = plan.actions.some(({ kind }) => kind === "enter");
  return LIMITS.flatMap((rule) => rule.evaluate({ ...context, snapshot })).filter((found) => {
    const known = before.get(keyOf(found));
    return isBreach(found) && (known === undefined || (enters && isWorse(plan, { found, before: known })));
  });
}

function whole({ plan }: PlanContext, rest: Pick<Finding, "code" | "level">): Finding {
  return {
    rule: ID,
    ...rest,
    subject: { kind: "plan", id: plan.purpose },
    measured: {
      unit: "count",
      value: BigInt(plan.claims.length + plan.actions.length + plan.requests.length),
    },
    limit: null,
    evidence: [{ kind: "policy", path: "universe" }],
    effect: { kind: "none" },
  };
}

/**
 * The account as it would be after the plan, at its quotes and at its minimums, breaks no limit that it kept before, and an entry makes none worse that
 * was broken already. Guards against repairing one limit by breaking another, and against a plan that is inside every limit only if the market is kind. An emergency is not held up by it, and neither is a claim:
 * too much idle money is better than a failing position, or than money left at a protocol.
 */
export const afterState: PlanRule = {
  id: ID,
  codes: [
    "no-new-breach",
    "spends-more-than-held",
    "breaks-position-band",
    "breaks-protocol-cap",
    "breaks-liquidity-ladder",
    "breaks-asset-cap",
    "breaks-venue-share",
    "breaks-exit-liquidity-share",
    "breaks-shared-cause-cap",
  ],
  judge: (context) => {
    const level = context.plan.purpose === "rebalance" ? "critical" : "warning";
    const found = new Map<string, Finding>();
    for (const at of ["expected", "atLeast"] as const) {
      const after = applyPlan(context.snapshot, { plan: context.plan, at });
      if (after === null) return [whole(context, { code: "spends-more-than-held", level: "critical" })];
      for (const breach of newBreaches(context, after)) found.set(keyOf(breach), breach);
    }
    if (found.size === 0) return [whole(context, { code: "no-new-breach", level: "ok" })];
    return [...found.values()].map(({ subject, measured, limit, evidence, rule }) => ({
      rule: ID,
      code: `breaks-${rule}`,
      subject,
      level,
      measured,
      limit,
      evidence,
      effect: { kind: "none" },
    }));
  },
};
