import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount, anyTotals, RECORDED } from "../../../testing/etherfiTotals.ts";
import { unwrapDown } from "./unwrapDown.ts";

describe("unwrapping weETH", () => {
  it.each([
    ["of 2 weETH loses a share", 2n * 10n ** 18n, 1_999_999_999_999_999_999n],
    ["of a little loses a share, too", 1_234_567_890_123n, 1_234_567_890_122n],
    ["of 1 wei brings nothing", 1n, 0n],
  ])("%s, as recorded", (_what, weEth, shares) => {
    expect(unwrapDown(weEth, RECORDED.afterDeposit).shares).toBe(shares);
  });

  it("brings the amount that the rate says", () => {
    expect(unwrapDown(2n * 10n ** 18n, RECORDED.afterDeposit).amount).toBe(2_058_885_959_557_702_074n);
  });

  it("never brings more shares than were burnt, and above par at most one fewer", () => {
    fc.assert(
      fc.property(anyAmount, anyTotals, (weEth, totals) => {
        const { shares } = unwrapDown(weEth, totals);
        expect(shares).toBeLessThanOrEqual(weEth);
        if (totals.pooled >= totals.shares) expect(shares).toBeGreaterThanOrEqual(weEth - 1n);
      }),
    );
  });
});
