import { expect, test } from "vitest";
import { WAD_ONE } from "../units/wadMath.ts";
import type { LinearProblem } from "./linearProblem.ts";
import { lpText } from "./lpText.ts";

test("every number is the decimal of its integer: ratios of amounts, millionths of the account elsewhere", () => {
  const problem: LinearProblem = {
    schema: "ballast/linear-problem/1",
    columns: [
      { name: "x", kind: "amount", most: 1n },
      { name: "y", kind: "amount", most: WAD_ONE },
      { name: "z", kind: "choice", most: WAD_ONE },
    ],
    rows: [
      {
        terms: [
          { column: "x", times: 1n },
          { column: "y", times: -WAD_ONE },
          { column: "z", times: -WAD_ONE / 4n },
        ],
        atMost: -1n,
        by: "band",
        positions: [],
      },
      { terms: [{ column: "x", times: 0n }], atMost: 0n, by: null, positions: [] },
    ],
    objective: [
      { column: "y", times: WAD_ONE / 8n },
      { column: "x", times: 0n },
    ],
  };
  expect(lpText(problem)).toBe(`Maximize
 gain: + 0.125 y
Subject To
 r0: + 0.000000000000000001 x
  - 1 y
  - 250000 z <= -0.000000000001
Bounds
 0 <= x <= 0.000000000001
 0 <= y <= 1000000
Binary
 z
End
`);
});
