import { evaluate, type LinearSolution } from "@ballast/core";
import { allocate, createLog, createSolver } from "@ballast/keeper";
import { afterAll, describe, expect, test } from "vitest";
import { allocate as allocateHere } from "../../packages/core/src/testing/solveWith.ts";
import { contextOfInstance } from "./contextOfInstance.ts";
import { instance } from "./instance.ts";

/** Goal: what the tests of decisions solve in place is what the keeper solves in its thread. Method: the same accounts to both, twice to the thread. */
describe("the keeper's allocation", () => {
  const solver = createSolver({ log: createLog("silent"), milliseconds: 60_000 });
  afterAll(() => solver.close());

  test.each([5, 12, 30])(
    "is the same in its thread as in place, each time, for %i positions",
    async (count) => {
      for (const seed of [1, 2, 3]) {
        const context = contextOfInstance(instance(seed, count));
        const asked = { context, findings: evaluate(context) };
        const answers = await Promise.all([allocate(solver, asked), allocate(solver, asked)]);
        expect(answers[0]).toEqual(answers[1]);
        expect(answers[0]).toEqual(allocateHere(context, asked.findings));
        expect(answers[0]).toMatchObject({ allocator: "milp/1", outcome: "targets" });
      }
    },
  );

  test.each(["timeout", "infeasible"] as const)("says %s when the solver does", async (outcome) => {
    const context = contextOfInstance(instance(1, 5));
    const solve = (): Promise<LinearSolution> => Promise.resolve({ outcome });
    const answer = await allocate({ solve }, { context, findings: evaluate(context) });
    expect(answer).toMatchObject({ outcome, targets: [] });
  });
});
