import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absDiff, ascending, max, min, subtractToZero, sumValues } from "./order.ts";
import { baseUnits } from "./quantities.ts";

describe("order of integers", () => {
  it.each([
    [3n, 5n, 3n, 5n, 2n, 0n],
    [5n, 3n, 3n, 5n, 2n, 2n],
    [-4n, 4n, -4n, 4n, 8n, 0n],
    [7n, 7n, 7n, 7n, 0n, 0n],
  ])(
    "of %d and %d the smaller is %d, the larger %d, %d apart, %d left",
    (a, b, small, large, apart, left) => {
      expect([min(a, b), max(a, b), absDiff(a, b), subtractToZero(a, b)]).toEqual([
        small,
        large,
        apart,
        left,
      ]);
    },
  );

  it("sums values, and nothing to 0", () => {
    expect(sumValues([])).toBe(0n);
    expect(sumValues([baseUnits(2n), baseUnits(40n)])).toBe(42n);
  });

  it("sorts integers beyond the range of a number", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt()), (list) => {
        const sorted = list.toSorted(ascending);
        expect(sorted.every((item, i) => i === 0 || (sorted[i - 1] ?? item) <= item)).toBe(true);
      }),
    );
  });
});
