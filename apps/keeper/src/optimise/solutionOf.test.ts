import { type LinearProblem, WAD_ONE } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { solutionOf } from "./solutionOf.ts";

const problem: LinearProblem = {
  schema: "ballast/linear-problem/1",
  columns: [
    { name: "x", kind: "amount", most: WAD_ONE },
    { name: "y", kind: "amount", most: WAD_ONE },
    { name: "z", kind: "choice", most: WAD_ONE },
  ],
  rows: [],
  objective: [],
};

describe("what the solver found, as integers", () => {
  test("amounts to the millionth of a millionth of the account, choices as all or nothing, and nothing for what it left out", () => {
    const primals = new Map([
      ["x", 250_000.0000004],
      ["z", 0.999_999_999],
    ]);
    expect(solutionOf(problem, { status: "Optimal", primals })).toEqual({
      outcome: "optimal",
      values: new Map([
        ["x", WAD_ONE / 4n],
        ["y", 0n],
        ["z", WAD_ONE],
      ]),
    });
  });

  test.each([
    ["Infeasible", "infeasible"],
    ["Time limit reached", "timeout"],
    ["Unknown", "timeout"],
    ["Unbounded", "timeout"],
  ])("%s is %s", (status, outcome) => {
    expect(solutionOf(problem, { status, primals: new Map() })).toEqual({ outcome });
  });
});
