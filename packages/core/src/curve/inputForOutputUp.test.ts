import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curveOf, pools } from "../testing/curves.ts";
import { rawAmount } from "../units/quantities.ts";
import { inputForOutputUp } from "./inputForOutputUp.ts";
import { outputAtDown } from "./outputAtDown.ts";

const curve = curveOf([
  [10n, 100n],
  [20n, 190n],
]);

const cases: readonly { name: string; amountOut: bigint; amountIn: bigint | null }[] = [
  { name: "nothing asks for nothing", amountOut: 0n, amountIn: 0n },
  { name: "a quote answers itself", amountOut: 190n, amountIn: 20n },
  { name: "it rounds up", amountOut: 101n, amountIn: 11n },
  { name: "more than the last quote pays is unknown", amountOut: 191n, amountIn: null },
];

describe("inputForOutputUp", () => {
  test.each(cases)("$name", ({ amountOut, amountIn }) => {
    expect(inputForOutputUp(curve, rawAmount(amountOut))).toBe(amountIn);
  });

  test("its answer pays enough, and one unit less does not", () => {
    fc.assert(
      fc.property(pools, fc.bigInt({ min: 1n, max: 10n ** 21n }), (each, amountOut) => {
        const amountIn = inputForOutputUp(each.curve, rawAmount(amountOut));
        if (amountIn === null) return;
        expect((outputAtDown(each.curve, amountIn) ?? -1n) >= amountOut).toBe(true);
        expect((outputAtDown(each.curve, rawAmount(amountIn - 1n)) ?? -1n) < amountOut).toBe(true);
      }),
    );
  });
});
