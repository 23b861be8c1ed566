import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWithinCost } from "../curve/costBpsUp.ts";
import { eth } from "../testing/world.ts";
import type { Bps } from "../units/brands.ts";
import { rawAmount, wad } from "../units/quantities.ts";
import { EXECUTION_TOLERANCE, minimumOutput, outputAtCeilingUp } from "./minimumOutput.ts";

const RATE = wad(eth("1.2"));
const ONE = wad(eth("1"));

/** 100 tokens worth 120; the ceiling of 50 bps leaves 119.4. */
const cases: readonly { name: string; expected: string; tolerance: bigint | null; atLeast: string | null }[] =
  [
    {
      name: "a good quote sets the minimum by its tolerance",
      expected: "120",
      tolerance: 20n,
      atLeast: "119.76",
    },
    {
      name: "a quote near the ceiling sets it by the ceiling",
      expected: "119.5",
      tolerance: 20n,
      atLeast: "119.4",
    },
    {
      name: "a quote at the ceiling leaves no tolerance",
      expected: "119.4",
      tolerance: 20n,
      atLeast: "119.4",
    },
    {
      name: "a quote beyond the ceiling has no minimum",
      expected: "119.399999999999999999",
      tolerance: 20n,
      atLeast: null,
    },
    {
      name: "without tolerance the ceiling alone counts",
      expected: "120",
      tolerance: null,
      atLeast: "119.4",
    },
  ];

describe("minimumOutput", () => {
  test.each(cases)("$name", ({ expected, tolerance, atLeast }) => {
    const offer = {
      amountIn: rawAmount(eth("100")),
      expected: rawAmount(eth(expected)),
      rateIn: RATE,
      rateOut: ONE,
      ceiling: 50n as Bps,
      tolerance: tolerance as Bps | null,
    };
    expect(minimumOutput(offer)).toBe(atLeast === null ? null : eth(atLeast));
  });

  test("the ceiling rounds up: one wei less would break it", () => {
    const offer = { amountIn: rawAmount(7n), rateIn: ONE, rateOut: ONE, ceiling: 50n as Bps };
    expect(outputAtCeilingUp(offer)).toBe(7n);
  });

  test("it never breaks the ceiling and never exceeds the quote", () => {
    const amounts = fc.bigInt({ min: 1n, max: 10n ** 24n });
    const rates = fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n });
    fc.assert(
      fc.property(
        amounts,
        amounts,
        rates,
        rates,
        fc.bigInt({ min: 0n, max: 10_000n }),
        (given, quoted, rateIn, rateOut, ceiling) => {
          const amountIn = rawAmount(given);
          const expected = rawAmount(quoted);
          const terms = {
            amountIn,
            expected,
            rateIn: wad(rateIn),
            rateOut: wad(rateOut),
            ceiling: ceiling as Bps,
          };
          const atLeast = minimumOutput({ ...terms, tolerance: EXECUTION_TOLERANCE });
          const quote = { amountIn, amountOut: expected, rateIn: terms.rateIn, rateOut: terms.rateOut };
          expect(atLeast === null).toBe(!isWithinCost(quote, terms.ceiling));
          if (atLeast === null) return;
          expect(atLeast <= expected).toBe(true);
          expect(isWithinCost({ ...quote, amountOut: atLeast }, terms.ceiling)).toBe(true);
          expect(atLeast * 10_000n + 10_000n > expected * (10_000n - EXECUTION_TOLERANCE)).toBe(true);
        },
      ),
    );
  });
});
