import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barrierOf, haltOf } from "../../decision/barrier.ts";
import { frozenBy } from "../../plan/frozenBy.ts";
import type { Plan } from "../../plan/types.ts";
import { planFrom, planRecipes } from "../../testing/arbitraryPlan.ts";
import { tightenedBy, tightenings } from "../../testing/arbitraryPolicy.ts";
import { troubledContexts } from "../../testing/arbitraryTrouble.ts";
import { decideFor } from "../../testing/decideFor.ts";
import { evaluate, evaluatePlan } from "../evaluate.ts";
import type { Effect, Finding, Level } from "../finding.ts";
import type { Policy } from "../policy.ts";
import { isRepair } from "../repair.ts";
import type { RuleContext } from "../rule.ts";
import { comparePolicies } from "./comparePolicies.ts";

/** Thousands found the holes that there were; these keep them shut. */
const RUNS = { numRuns: 200 };

const under = (context: RuleContext, policy: Policy): RuleContext => ({ ...context, policy });

/** Unknown stands with critical: everything that opens exposure takes it for a breach. */
const RANK: Readonly<Record<Level, number>> = { ok: 0, notice: 1, warning: 2, critical: 3, unknown: 3 };

/** Why a plan is refused: by what is known or by a limit, and because it does not pay; null where it is not. */
function refusalsOf(
  context: RuleContext,
  plan: Plan,
): { readonly limit: string | null; readonly gain: string | null } {
  const findings = evaluate(context);
  const stopped = haltOf(findings) ?? barrierOf(findings);
  const found = evaluatePlan({ ...context, plan, findings });
  const broken = found.find(({ level }) => level === "critical" || level === "unknown");
  const held = found.find(({ effect }) => effect.kind === "hold");
  const said = (one: Finding | undefined) => (one === undefined ? null : `${one.rule}/${one.code}`);
  const mode = context.policy.mode === "observe" ? "observe-mode" : null;
  return { limit: stopped?.because ?? said(broken) ?? mode, gain: said(held) };
}

/** Whether the plan is let off its gain because it repairs a limit: a tighter limit has more to repair. */
const isLetOff = (context: RuleContext, plan: Plan) => isRepair(plan, evaluate(context));

/** The ladder's findings are of the rungs, whose times change. */
const subjectOf = ({ rule, subject }: Finding) =>
  rule === "liquidity-ladder" ? rule : JSON.stringify(subject);

const isAbout = (found: Finding, other: Finding) =>
  found.rule === other.rule && subjectOf(found) === subjectOf(other);

function isKept(effect: Effect, findings: readonly Finding[]): boolean {
  const frozen = frozenBy(findings);
  const has = (keeps: (other: Effect) => boolean) => findings.some((found) => keeps(found.effect));
  switch (effect.kind) {
    case "none":
      return true;
    case "freeze-entries":
      return effect.positions === "all"
        ? has((other) => other.kind === "freeze-entries" && other.positions === "all")
        : effect.positions.every((position) => frozen.entries(position));
    case "freeze-exits":
      return effect.positions.every((position) => frozen.exits(position));
    case "reduce-to":
      return has(
        (other) =>
          other.kind === "reduce-to" &&
          other.position === effect.position &&
          other.target <= effect.target &&
          (other.urgent || !effect.urgent),
      );
    case "raise-to":
      return has(
        (other) =>
          other.kind === "raise-to" && other.position === effect.position && other.target >= effect.target,
      );
    default:
      return has((other) => other.kind === effect.kind);
  }
}

/** What an emergency exit takes out of each position; null when none is proposed. */
function emergencyOf(context: RuleContext): ReadonlyMap<string, bigint> | null {
  const { outcome } = decideFor(context);
  if (outcome.kind !== "propose" || outcome.because !== "emergency") return null;
  const left = new Map<string, bigint>();
  for (const { position, spend } of [...outcome.plan.actions, ...outcome.plan.requests])
    left.set(position, (left.get(position) ?? 0n) + spend.amount);
  return left;
}

describe("a policy that the comparison does not call looser", () => {
  it("admits no entry that the old one refused", () => {
    fc.assert(
      fc.property(troubledContexts, tightenings, planRecipes, (context, recipe, trades) => {
        const { old, now } = tightenedBy(context.policy, recipe);
        const plan = planFrom(under(context, old), trades);
        fc.pre(plan?.actions.some(({ kind }) => kind === "enter") === true);
        if (plan === null) return;
        const [before, after] = [
          refusalsOf(under(context, old), plan),
          refusalsOf(under(context, now), plan),
        ];
        if (before.limit !== null) expect(after.limit, before.limit).not.toBe(null);
        if (before.gain !== null && !isLetOff(under(context, now), plan))
          expect(after.gain, before.gain).not.toBe(null);
      }),
      RUNS,
    );
  });

  it("suppresses no finding: each is there at the same level or a higher one, and all it does is done", () => {
    fc.assert(
      fc.property(troubledContexts, tightenings, (context, recipe) => {
        const { old, now } = tightenedBy(context.policy, recipe);
        const findings = evaluate(under(context, now));
        for (const found of evaluate(under(context, old))) {
          if (found.level === "ok") continue;
          const same = findings.filter((other) => isAbout(found, other));
          const told = `${found.rule}/${found.code} ${JSON.stringify(found.subject)}`;
          expect(Math.max(0, ...same.map(({ level }) => RANK[level])), told).toBeGreaterThanOrEqual(
            RANK[found.level],
          );
          expect(isKept(found.effect, findings), told).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("suppresses no emergency exit: from each position at least as much leaves", () => {
    fc.assert(
      fc.property(troubledContexts, tightenings, (context, recipe) => {
        const { old, now } = tightenedBy(context.policy, recipe);
        const before = emergencyOf(under(context, old));
        if (before === null) return;
        const after = emergencyOf(under(context, now));
        for (const [position, amount] of before)
          expect(after?.get(position) ?? 0n).toBeGreaterThanOrEqual(amount);
      }),
      RUNS,
    );
  });

  it("composes: what is tightened twice is no looser than at first", () => {
    fc.assert(
      fc.property(troubledContexts, tightenings, tightenings, (context, recipe, next) => {
        const { old, now } = tightenedBy(context.policy, recipe);
        const last = tightenedBy(now, { ...next, first: [] }).now;
        expect(comparePolicies(now, last).verdict).not.toBe("looser");
        expect(comparePolicies(old, last).verdict).not.toBe("looser");
      }),
      RUNS,
    );
  });

  it("is of a real kind: the recipes do tighten, trip guards and ask for exits", () => {
    const seen = { tighter: 0, neutral: 0, looser: 0, refused: 0, exits: 0 };
    for (const [context, recipe, trades] of fc.sample(fc.tuple(troubledContexts, tightenings, planRecipes), {
      numRuns: 150,
      seed: 7,
    })) {
      const { old, now } = tightenedBy(context.policy, recipe);
      seen[comparePolicies(old, now).verdict] += 1;
      const plan = planFrom(under(context, old), trades);
      if (plan !== null && refusalsOf(under(context, old), plan).limit !== null) seen.refused += 1;
      if (emergencyOf(under(context, old)) !== null) seen.exits += 1;
    }
    expect(seen.looser).toBe(0);
    expect(seen.tighter).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(50);
    expect(seen.exits).toBeGreaterThan(5);
  });
});
