import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount, anyTotals, RECORDED } from "../../../testing/etherfiTotals.ts";
import { amountForSharesDown } from "./amountForSharesDown.ts";
import { RedemptionTooSmall } from "./RedemptionTooSmall.ts";
import { redemption } from "./redemption.ts";

const terms = { totals: RECORDED.beforeRedemption, exitFeeBps: 30n, treasurySplitBps: 1_000n };
const anyBps = fc.bigInt({ min: 0n, max: 500n });

describe("an instant redemption", () => {
  it("of 3 eETH for 30 bps pays and burns as recorded", () => {
    const { payout, sharesBurnt } = redemption(3n * 10n ** 18n, terms);
    expect(payout).toBe(2_990_999_999_999_999_998n);
    expect(sharesBurnt).toBe(1_100_953_211_091_062_287_169n - 1_097_982_424_752_955_287_602n);
  });

  it("of 1 weETH is one of its eETH, as recorded", () => {
    const totals = { pooled: 1_108_455_061_613_159_558_684n, shares: 1_097_982_424_752_955_287_602n };
    const { payout } = redemption(amountForSharesDown(10n ** 18n, totals), { ...terms, totals });
    expect(payout).toBe(1_006_509_459_089_905_668n);
  });

  it("of 2.5 eETH into stETH for 10 bps, as recorded", () => {
    const totals = { pooled: 1_107_448_552_154_069_653_016n, shares: 1_096_982_724_752_955_287_603n };
    const { payout } = redemption(2_500_000_000_000_000_000n, { ...terms, totals, exitFeeBps: 10n });
    expect(payout).toBe(2_497_499_999_999_999_999n);
  });

  it.each([
    ["of nothing", 0n, 30n],
    ["whose payout rounds to nothing", 1n, 30n],
    ["of which the fee takes everything", 10n ** 18n, 10_000n],
  ])("%s is refused, as the contract does", (_what, amount, exitFeeBps) => {
    const totals = { pooled: 3n * 10n ** 20n, shares: 2n * 10n ** 20n };
    expect(() => redemption(amount, { ...terms, totals, exitFeeBps })).toThrow(
      new RedemptionTooSmall(amount),
    );
  });

  it("pays no more than the amount less the fee, and does not lower the rate of those who stay", () => {
    fc.assert(
      fc.property(anyAmount, anyTotals, anyBps, (amount, totals, exitFeeBps) => {
        fc.pre(amount > 1_000n && amount < totals.pooled);
        const { payout, sharesBurnt } = redemption(amount, { totals, exitFeeBps, treasurySplitBps: 1_000n });
        expect(payout * 10_000n).toBeLessThanOrEqual(amount * (10_000n - exitFeeBps));
        const left = { pooled: totals.pooled - payout, shares: totals.shares - sharesBurnt };
        expect(left.pooled * totals.shares).toBeGreaterThanOrEqual(totals.pooled * left.shares);
      }),
    );
  });
});
