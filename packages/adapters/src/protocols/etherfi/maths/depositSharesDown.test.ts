import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount, anyTotals, RECORDED } from "../../../testing/etherfiTotals.ts";
import { depositSharesDown } from "./depositSharesDown.ts";

describe("shares of a deposit", () => {
  it.each([
    ["into an empty pool: one for one", 10n ** 21n, { pooled: 0n, shares: 0n }, 10n ** 21n],
    ["at par: one for one", 10n ** 20n, { pooled: 10n ** 21n, shares: 10n ** 21n }, 10n ** 20n],
    [
      "at a rate above par, as recorded",
      12_345_678_901_234_567_890n,
      RECORDED.beforeDeposit,
      11_992_581_564_728_057_950n,
    ],
    ["of 1 wei above par: none, which the contract refuses", 1n, RECORDED.afterDeposit, 0n],
  ])("%s", (_what, wei, totals, shares) => {
    expect(depositSharesDown(wei, totals)).toBe(shares);
  });

  it("do not lower the rate of those who are in already", () => {
    fc.assert(
      fc.property(anyAmount, anyTotals, (wei, before) => {
        const after = { pooled: before.pooled + wei, shares: before.shares + depositSharesDown(wei, before) };
        expect(after.pooled * before.shares).toBeGreaterThanOrEqual(before.pooled * after.shares);
      }),
    );
  });
});
