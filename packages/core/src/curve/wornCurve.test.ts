import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curveOf, pools } from "../testing/curves.ts";
import { rawAmount } from "../units/quantities.ts";
import { outputAtDown } from "./outputAtDown.ts";
import { wornCurve } from "./wornCurve.ts";

const curve = curveOf([
  [10n, 100n],
  [20n, 190n],
  [50n, 400n],
]);

describe("wornCurve", () => {
  test("what is left of a route starts after the trade", () => {
    expect(wornCurve(curve, rawAmount(15n)).points.map((point) => [point.amountIn, point.amountOut])).toEqual(
      [
        [5n, 45n],
        [35n, 255n],
      ],
    );
  });

  test("no trade wears nothing", () => {
    expect(wornCurve(curve, rawAmount(0n))).toEqual(curve);
  });

  test.each([50n, 51n])("a trade of %i uses it up", (amountIn) => {
    expect(wornCurve(curve, rawAmount(amountIn)).points).toEqual([]);
  });

  test("a trade in two parts gets what the whole gets", () => {
    fc.assert(
      fc.property(
        pools,
        fc.bigInt({ min: 1n, max: 5n * 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 5n * 10n ** 20n }),
        (each, first, second) => {
          const whole = outputAtDown(each.curve, rawAmount(first + second));
          const start = outputAtDown(each.curve, rawAmount(first));
          const rest = outputAtDown(wornCurve(each.curve, rawAmount(first)), rawAmount(second));
          if (whole === null || start === null || rest === null) return;
          const gap = whole - start - rest;
          // Each of the three rounds down by less than one.
          expect(gap >= -1n && gap <= 2n).toBe(true);
        },
      ),
    );
  });
});
