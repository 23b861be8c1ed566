import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount, anyTotals, RECORDED } from "../../../testing/etherfiTotals.ts";
import { amountForSharesDown } from "./amountForSharesDown.ts";
import { sharesForAmountDown } from "./sharesForAmountDown.ts";

describe("shares that an amount of eETH moves", () => {
  it.each([
    ["a wrap of 10 eETH", 10n * 10n ** 18n, 9_713_991_154_855_647_342n],
    ["a wrap of dust above a gwei", 1_000_000_007n, 971_399_122n],
    ["a wrap of 2 wei", 2n, 1n],
    ["a wrap of 1 wei: nothing", 1n, 0n],
    ["a transfer of 1 eETH", 10n ** 18n, 971_399_115_485_564_734n],
    ["a transfer of 3 wei", 3n, 2n],
  ])("%s, as recorded", (_what, amount, shares) => {
    expect(sharesForAmountDown(amount, RECORDED.afterDeposit)).toBe(shares);
  });

  it("are none while nothing is pooled", () => {
    expect(sharesForAmountDown(5n, { pooled: 0n, shares: 0n })).toBe(0n);
  });

  it("are never worth more than the amount", () => {
    fc.assert(
      fc.property(anyAmount, anyTotals, (amount, totals) => {
        expect(amountForSharesDown(sharesForAmountDown(amount, totals), totals)).toBeLessThanOrEqual(amount);
      }),
    );
  });
});
