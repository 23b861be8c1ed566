import { expect, test } from "vitest";
import { WAD_ONE } from "../units/wadMath.ts";
import { sumOf } from "./sumOf.ts";

test("adds products, each rounded towards 0, and nothing for what has no value", () => {
  const values = new Map([
    ["x", WAD_ONE / 2n],
    ["y", 1n],
  ]);
  const terms = [
    { column: "x", times: 10n },
    { column: "y", times: -WAD_ONE / 3n },
    { column: "z", times: WAD_ONE },
  ];
  expect(sumOf(terms, values)).toBe(5n);
});
