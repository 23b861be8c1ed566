import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bps } from "../units/brands.ts";
import { rawAmount, wad } from "../units/quantities.ts";
import { costBpsUp, isWithinCost } from "./costBpsUp.ts";

const ONE = wad(10n ** 18n);

const cases: readonly { name: string; amountIn: bigint; amountOut: bigint; cost: bigint }[] = [
  { name: "a fair trade costs nothing", amountIn: 10_000n, amountOut: 10_000n, cost: 0n },
  { name: "one part in ten thousand is one basis point", amountIn: 10_000n, amountOut: 9_999n, cost: 1n },
  { name: "less than that still counts as one", amountIn: 100_000n, amountOut: 99_999n, cost: 1n },
  { name: "a trade in our favour costs nothing", amountIn: 10_000n, amountOut: 10_500n, cost: 0n },
  { name: "getting nothing costs everything", amountIn: 10_000n, amountOut: 0n, cost: 10_000n },
];

describe("costBpsUp", () => {
  test.each(cases)("$name", ({ amountIn, amountOut, cost }) => {
    const trade = {
      amountIn: rawAmount(amountIn),
      amountOut: rawAmount(amountOut),
      rateIn: ONE,
      rateOut: ONE,
    };
    expect(costBpsUp(trade)).toBe(cost);
  });

  test("rates make amounts of different assets comparable", () => {
    const trade = {
      amountIn: rawAmount(100n),
      amountOut: rawAmount(119n),
      rateIn: wad(12n * 10n ** 17n),
      rateOut: ONE,
    };
    expect(costBpsUp(trade)).toBe(84n);
  });

  test("a trade fits a ceiling exactly when its cost, rounded up, is at most the ceiling", () => {
    const amounts = fc.bigInt({ min: 1n, max: 10n ** 24n });
    fc.assert(
      fc.property(amounts, amounts, fc.bigInt({ min: 0n, max: 10_000n }), (amountIn, amountOut, ceiling) => {
        const trade = {
          amountIn: rawAmount(amountIn),
          amountOut: rawAmount(amountOut),
          rateIn: ONE,
          rateOut: ONE,
        };
        expect(isWithinCost(trade, ceiling as Bps)).toBe(costBpsUp(trade) <= ceiling);
      }),
    );
  });
});
