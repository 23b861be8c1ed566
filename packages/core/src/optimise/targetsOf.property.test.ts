import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planFromTargets } from "../plan/planFromTargets.ts";
import { evaluate } from "../policy/evaluate.ts";
import { contexts } from "../testing/arbitraryWorld.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { linearProblemOf } from "./linearProblemOf.ts";
import { openModel } from "./model.ts";
import { targetsOf } from "./targetsOf.ts";

/** Any answer at all, also one that keeps no row: each column somewhere within its own bound. */
const answers = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 80, maxLength: 80 });

describe("whatever a solver answers", () => {
  test("no more is sold than is held, no more is spent than there is, and amounts add up to the wei", () => {
    fc.assert(
      fc.property(contexts, answers, (context, parts) => {
        const findings = evaluate(context);
        const model = openModel(context, { findings, caution: 0n });
        if (model.facts.total === 0n) return;
        const problem = linearProblemOf(model, { kind: "gain" });
        const values = new Map(
          problem.columns.map(({ name, kind, most }, index) => {
            const part = parts[index % parts.length] ?? 0;
            if (kind === "choice") return [name, part > 0.4 ? WAD_ONE : 0n] as const;
            return [name, (most * BigInt(Math.floor(part * 1e9))) / 10n ** 9n] as const;
          }),
        );
        const targets = targetsOf({ model, problem, values });
        expect(targets.map(({ position }) => position)).toEqual(
          [model.facts.idle, ...model.facts.lines].map(({ position }) => position).sort(),
        );
        const answer = {
          schema: "ballast/allocation/1",
          allocator: "x",
          outcome: "targets",
          targets,
        } as const;
        const outcome = planFromTargets({ context, answer, facts: model.facts });
        if (outcome.kind !== "plan") return;
        let money = model.facts.idle.amount as bigint;
        for (const { kind, position, spend, receive } of outcome.plan.actions) {
          const line = model.facts.lines.find((each) => each.position === position);
          if (kind === "exit") expect(spend.amount <= (line?.amount ?? 0n)).toBe(true);
          money += kind === "exit" ? receive.atLeast : -spend.amount;
        }
        expect(money >= 0n).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
