import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount, anyTotals, RECORDED } from "../../../testing/etherfiTotals.ts";
import { previewRedeemDown } from "./previewRedeemDown.ts";
import { redemption } from "./redemption.ts";
import { sharesForAmountDown } from "./sharesForAmountDown.ts";

describe("the contract's preview of a redemption", () => {
  it("is a wei above what 3 eETH really brought, as recorded", () => {
    const terms = { totals: RECORDED.beforeRedemption, exitFeeBps: 30n };
    const shares = sharesForAmountDown(3n * 10n ** 18n, terms.totals);
    expect(previewRedeemDown(shares, terms)).toBe(2_990_999_999_999_999_999n);
  });

  it("rounds the fee up", () => {
    expect(previewRedeemDown(101n, { totals: { pooled: 1n, shares: 1n }, exitFeeBps: 100n })).toBe(99n);
  });

  it("is never below what is paid, and above it by no more than a share's worth and a wei", () => {
    fc.assert(
      fc.property(anyAmount, anyTotals, (amount, totals) => {
        fc.pre(amount > 1_000n);
        const terms = { totals, exitFeeBps: 30n, treasurySplitBps: 1_000n };
        const preview = previewRedeemDown(sharesForAmountDown(amount, totals), terms);
        const above = preview - redemption(amount, terms).payout;
        expect(above >= -1n && above <= totals.pooled / totals.shares + 1n).toBe(true);
      }),
    );
  });
});
