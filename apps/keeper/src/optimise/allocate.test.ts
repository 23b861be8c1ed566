import { describe, expect, test } from "vitest";
import { contextOf, SHIFT } from "../../../../packages/core/src/testing/world.ts";
import { createLog } from "../log.ts";
import { allocate } from "./allocate.ts";
import { createSolver } from "./solver.ts";

const asked = { context: contextOf(SHIFT), findings: [] };

describe("the keeper's allocation", () => {
  test("is the solver's, the same each time", async () => {
    const solver = createSolver({ log: createLog("silent"), milliseconds: 60_000 });
    const [one, other] = [await allocate(solver, asked), await allocate(solver, asked)];
    await solver.close();
    expect(one).toEqual(other);
    expect(one).toMatchObject({ allocator: "milp/1", outcome: "targets" });
    expect(one.targets.some(({ limitedBy }) => limitedBy !== "unmoved")).toBe(true);
  });

  test.each(["timeout", "infeasible"] as const)("says %s when the solver does", async (outcome) => {
    const answer = await allocate({ solve: () => Promise.resolve({ outcome }) }, asked);
    expect(answer).toMatchObject({ outcome, targets: [] });
  });
});
