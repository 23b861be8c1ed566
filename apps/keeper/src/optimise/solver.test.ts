import { type LinearProblem, WAD_ONE } from "@ballast/core";
import { afterEach, describe, expect, test } from "vitest";
import { createLog } from "../log.ts";
import { createSolver, type Solver } from "./solver.ts";

const log = createLog("silent");

/** As much as possible of one thing that is worth one and of another that is worth two, together at most one, the other only as a whole. */
const problem = (most: bigint): LinearProblem => ({
  schema: "ballast/linear-problem/1",
  columns: [
    { name: "x", kind: "amount", most },
    { name: "z", kind: "choice", most: WAD_ONE },
  ],
  rows: [
    {
      terms: [
        { column: "x", times: WAD_ONE },
        { column: "z", times: WAD_ONE / 4n },
      ],
      atMost: WAD_ONE,
      by: null,
      positions: [],
    },
  ],
  objective: [
    { column: "x", times: WAD_ONE },
    { column: "z", times: WAD_ONE / 2n },
  ],
});

const broken: LinearProblem = {
  ...problem(WAD_ONE),
  rows: [{ terms: [{ column: "x", times: WAD_ONE }], atMost: -WAD_ONE, by: null, positions: [] }],
};

/** A thread that says it is ready and then does what it is told instead of solving. */
function threadThat(does: string): URL {
  const text = `import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { ${does} }); parentPort.postMessage("ready");`;
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}

describe("the solver", () => {
  let solver: Solver | null = null;
  afterEach(async () => {
    await solver?.close();
    solver = null;
  });

  test("finds the optimum, to the unit where the problem is exact", async () => {
    solver = createSolver({ log, milliseconds: 60_000 });
    const found = await solver.solve(problem(WAD_ONE));
    expect(found).toEqual({
      outcome: "optimal",
      values: new Map([
        ["x", (WAD_ONE * 3n) / 4n],
        ["z", WAD_ONE],
      ]),
    });
  });

  test("says what has no solution", async () => {
    solver = createSolver({ log, milliseconds: 60_000 });
    expect(await solver.solve(broken)).toEqual({ outcome: "infeasible" });
  });

  test("takes one at a time and answers each, and the same each time", async () => {
    const { solve, close } = createSolver({ log, milliseconds: 60_000 });
    const most = [1n, 2n, 4n, 1n, 2n].map((part) => WAD_ONE / part);
    const found = await Promise.all(most.map((each) => solve(problem(each))));
    expect(found[0]).toEqual(found[3]);
    expect(found[1]).toEqual(found[4]);
    expect(found[2]).toMatchObject({ outcome: "optimal" });
    await close();
  });

  test("a thread that does not answer is late, and the next question is not", async () => {
    solver = createSolver({ log, milliseconds: 50, file: threadThat("for (;;) {}") });
    expect(await solver.solve(problem(WAD_ONE))).toEqual({ outcome: "timeout" });
    expect(await solver.solve(problem(WAD_ONE))).toEqual({ outcome: "timeout" });
  });

  test("a thread that dies is late too, and a new one is asked next time", async () => {
    const file = threadThat(`throw new Error("out of memory");`);
    solver = createSolver({ log, milliseconds: 60_000, file });
    expect(await solver.solve(problem(WAD_ONE))).toEqual({ outcome: "timeout" });
    expect(await solver.solve(problem(WAD_ONE))).toEqual({ outcome: "timeout" });
  });

  test("a thread that cannot start is late", async () => {
    solver = createSolver({
      log,
      milliseconds: 60_000,
      file: new URL("data:text/javascript,throw new Error('no memory')"),
    });
    expect(await solver.solve(problem(WAD_ONE))).toEqual({ outcome: "timeout" });
  });
});
