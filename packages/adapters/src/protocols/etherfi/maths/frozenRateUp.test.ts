import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTotals, RECORDED } from "../../../testing/etherfiTotals.ts";
import { frozenRateUp } from "./frozenRateUp.ts";
import { rateDown } from "./rateDown.ts";

describe("the rate that a finalisation freezes", () => {
  it.each([
    ["there are no shares", { pooled: 0n, shares: 0n }, 0n],
    ["at par", { pooled: 7n, shares: 7n }, 10n ** 18n],
    ["after rewards", RECORDED.atFirstFinalisation, 1_031_240_277_035_455_377n],
    ["after a loss", RECORDED.afterLoss, 1_009_530_696_142_571_480n],
  ])("%s, as recorded", (_what, totals, rate) => {
    expect(frozenRateUp(totals)).toBe(rate);
  });

  it("is the rate of weETH, or a wei above it", () => {
    fc.assert(
      fc.property(anyTotals, (totals) => {
        const above = frozenRateUp(totals) - rateDown(totals);
        expect(above === 0n || above === 1n).toBe(true);
      }),
    );
  });
});
