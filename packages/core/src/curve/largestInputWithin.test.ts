import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curveOf, pools } from "../testing/curves.ts";
import type { Bps } from "../units/brands.ts";
import { rawAmount, wad } from "../units/quantities.ts";
import { isWithinCost } from "./costBpsUp.ts";
import { largestInputWithin } from "./largestInputWithin.ts";
import { outputAtDown } from "./outputAtDown.ts";

const ONE = wad(10n ** 18n);
const curve = curveOf([
  [1_000n * ONE, 999n * ONE],
  [2_000n * ONE, 1_990n * ONE],
  [4_000n * ONE, 3_900n * ONE],
]);
/** Rounding the output down costs less than this many of the last digits. */
const DUST = 10n ** 10n;

const cases: readonly { name: string; maxCost: bigint; amountIn: bigint }[] = [
  { name: "a ceiling above every cost takes all that is quoted", maxCost: 300n, amountIn: 4_000n * ONE },
  { name: "a ceiling that a quote just meets takes that quote", maxCost: 50n, amountIn: 2_000n * ONE },
  { name: "between two quotes it takes what still fits", maxCost: 100n, amountIn: (80_000n * ONE) / 35n },
  { name: "a ceiling that no quote meets takes nothing", maxCost: 0n, amountIn: 0n },
];

describe("largestInputWithin", () => {
  test.each(cases)("$name", ({ maxCost, amountIn }) => {
    const most = largestInputWithin({ curve, rateIn: ONE, rateOut: ONE, maxCost: maxCost as Bps });
    expect(most <= amountIn && most + DUST > amountIn).toBe(true);
  });

  test("a curve without quotes takes nothing", () => {
    expect(largestInputWithin({ curve: curveOf([]), rateIn: ONE, rateOut: ONE, maxCost: 50n as Bps })).toBe(
      0n,
    );
  });

  test("its answer fits the ceiling, and a higher ceiling never takes less", () => {
    fc.assert(
      fc.property(pools, fc.bigInt({ min: 1n, max: 9_000n }), ({ pool, curve: quoted }, ceiling) => {
        const rateIn = wad((pool.reserveOut * 10n ** 18n) / pool.reserveIn + 1n);
        const most = (maxCost: bigint) =>
          largestInputWithin({ curve: quoted, rateIn, rateOut: ONE, maxCost: maxCost as Bps });
        const amountIn = most(ceiling);
        const amountOut = outputAtDown(quoted, amountIn) ?? rawAmount(0n);
        expect(isWithinCost({ amountIn, amountOut, rateIn, rateOut: ONE }, ceiling as Bps)).toBe(true);
        expect(most(ceiling + 1n) + DUST >= amountIn).toBe(true);
      }),
    );
  });
});
