import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curveOf, pools } from "../testing/curves.ts";
import { poolOut } from "../testing/world.ts";
import { rawAmount } from "../units/quantities.ts";
import { outputAtDown } from "./outputAtDown.ts";

const curve = curveOf([
  [10n, 100n],
  [20n, 190n],
  [50n, 400n],
]);

const cases: readonly { name: string; amountIn: bigint; out: bigint | null }[] = [
  { name: "nothing in, nothing out", amountIn: 0n, out: 0n },
  { name: "a quote answers itself", amountIn: 20n, out: 190n },
  { name: "below the first quote it is a straight line from nothing", amountIn: 3n, out: 30n },
  { name: "between two quotes it is a straight line", amountIn: 15n, out: 145n },
  { name: "it rounds down", amountIn: 21n, out: 197n },
  { name: "the last quote still answers", amountIn: 50n, out: 400n },
  { name: "one unit beyond the last quote is unknown", amountIn: 51n, out: null },
];

describe("outputAtDown", () => {
  test.each(cases)("$name", ({ amountIn, out }) => {
    expect(outputAtDown(curve, rawAmount(amountIn))).toBe(out);
  });

  test("a curve without quotes knows only nothing", () => {
    expect(outputAtDown(curveOf([]), rawAmount(1n))).toBeNull();
    expect(outputAtDown(curveOf([]), rawAmount(0n))).toBe(0n);
  });

  test("it never promises more than the pool pays", () => {
    fc.assert(
      fc.property(pools, fc.bigInt({ min: 0n, max: 10n ** 21n }), ({ pool, curve: quoted }, amountIn) => {
        const out = outputAtDown(quoted, rawAmount(amountIn));
        // Both round down, each by less than one unit.
        if (out !== null) expect(out <= poolOut(amountIn, pool) + 1n).toBe(true);
      }),
    );
  });

  test("more in never means less out", () => {
    fc.assert(
      fc.property(
        pools,
        fc.bigInt({ min: 0n, max: 10n ** 21n }),
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        (each, at, more) => {
          const [small, large] = [
            outputAtDown(each.curve, rawAmount(at)),
            outputAtDown(each.curve, rawAmount(at + more)),
          ];
          if (small !== null && large !== null) expect(large >= small).toBe(true);
        },
      ),
    );
  });
});
