import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount, anyTotals } from "../../../testing/etherfiTotals.ts";
import { sharesForAmountDown } from "./sharesForAmountDown.ts";
import { sharesForAmountUp } from "./sharesForAmountUp.ts";

describe("shares that a withdrawal burns", () => {
  it.each([
    ["what divides evenly stays even", 10n, { pooled: 20n, shares: 10n }, 5n],
    ["the least remainder takes a whole share", 11n, { pooled: 20n, shares: 10n }, 6n],
    ["nothing takes nothing", 0n, { pooled: 20n, shares: 10n }, 0n],
    ["nothing is pooled", 3n, { pooled: 0n, shares: 0n }, 0n],
  ])("%s", (_what, amount, totals, shares) => {
    expect(sharesForAmountUp(amount, totals)).toBe(shares);
  });

  it("are at most one above those rounded down, and cover the amount", () => {
    fc.assert(
      fc.property(anyAmount, anyTotals, (amount, totals) => {
        const up = sharesForAmountUp(amount, totals);
        const down = sharesForAmountDown(amount, totals);
        expect(up === down || up === down + 1n).toBe(true);
        expect(up * totals.pooled).toBeGreaterThanOrEqual(amount * totals.shares);
      }),
    );
  });
});
