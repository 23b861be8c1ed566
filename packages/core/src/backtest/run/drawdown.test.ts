import { describe, expect, test } from "vitest";
import { drawdownUp } from "./drawdown.ts";

describe("the largest fall from an earlier high", () => {
  test.each([
    ["nothing", [], 0n],
    ["one value", [100n], 0n],
    ["what only rises", [1n, 2n, 3n], 0n],
    ["a fall and a full recovery", [100n, 90n, 120n], 1_000n],
    ["the deeper of two falls", [100n, 95n, 200n, 150n, 190n], 2_500n],
    ["a fall of a part of a basis point, rounded up", [1_000_000n, 999_999n], 1n],
    ["what goes to nothing", [5n, 0n], 10_000n],
    ["nothing at first", [0n, 0n, 4n, 3n], 2_500n],
  ])("of %s", (_, values, worst) => {
    expect(drawdownUp(values)).toBe(worst);
  });
});
