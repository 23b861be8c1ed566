import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planFrom, planRecipes } from "../../testing/arbitraryPlan.ts";
import { tightenedBy, tightenings } from "../../testing/arbitraryPolicy.ts";
import { troubledContexts } from "../../testing/arbitraryTrouble.ts";
import { admittedBy, emergencyOf, keptBy, suppressedBy } from "../../testing/tightness.ts";
import { comparePolicies } from "./comparePolicies.ts";

/** Thousands found the holes that there were; these keep them shut. */
const RUNS = { numRuns: 200 };

describe("a policy that the comparison does not call looser", () => {
  it("admits no entry that the old one refused", () => {
    fc.assert(
      fc.property(troubledContexts, tightenings, planRecipes, (context, recipe, trades) => {
        const change = { context, ...tightenedBy(context.policy, recipe) };
        const plan = planFrom({ ...context, policy: change.old }, trades);
        fc.pre(plan?.actions.some(({ kind }) => kind === "enter") === true);
        if (plan !== null) expect(admittedBy(change, plan)).toBe(null);
      }),
      RUNS,
    );
  });

  it("suppresses no finding: each is there at the same level or a higher one, and all it does is done", () => {
    fc.assert(
      fc.property(troubledContexts, tightenings, (context, recipe) => {
        expect(suppressedBy({ context, ...tightenedBy(context.policy, recipe) })).toBe(null);
      }),
      RUNS,
    );
  });

  it("suppresses no emergency exit: from each position at least as much leaves", () => {
    fc.assert(
      fc.property(troubledContexts, tightenings, (context, recipe) => {
        expect(keptBy({ context, ...tightenedBy(context.policy, recipe) })).toBe(null);
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
    const seen = { tighter: 0, neutral: 0, looser: 0, plans: 0, exits: 0 };
    for (const [context, recipe, trades] of fc.sample(fc.tuple(troubledContexts, tightenings, planRecipes), {
      numRuns: 150,
      seed: 7,
    })) {
      const { old, now } = tightenedBy(context.policy, recipe);
      seen[comparePolicies(old, now).verdict] += 1;
      const before = { ...context, policy: old };
      if (planFrom(before, trades) !== null) seen.plans += 1;
      if (emergencyOf(before) !== null) seen.exits += 1;
    }
    expect(seen.looser).toBe(0);
    expect(seen.tighter).toBeGreaterThan(100);
    expect(seen.plans).toBeGreaterThan(50);
    expect(seen.exits).toBeGreaterThan(5);
  });
});
