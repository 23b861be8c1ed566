import { describe, expect, test } from "vitest";
import type { PositionId } from "./brands.ts";
import { operatorOf } from "./operatorOf.ts";

const OPERATOR = `0x${"a1".repeat(20)}`;

describe("operatorOf", () => {
  test.each([
    ["a delegated position names its operator", `eigenlayer:stETH@${OPERATOR}`, OPERATOR],
    ["one that is not delegated has none", "eigenlayer:stETH", null],
    ["a shorter number is none", "eigenlayer:stETH@0xa1", null],
    ["mixed case is no id that the keeper makes", `eigenlayer:stETH@${OPERATOR.replace("a", "A")}`, null],
  ])("%s", (_name, position, operator) => {
    expect(operatorOf(position as PositionId)).toBe(operator);
  });
});
