import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryTotals } from "../testing/arbitraryTotals.ts";
import { poolShareRateDown, requestShareRateDown } from "./shareRate.ts";
import { stEthRequestDown, wstEthRequestDown } from "./withdrawalRequest.ts";

/** Recorded from Lido's contracts. */
const TOTALS = { totalPooledEther: 7_416_764_305_325_155_141_774n, totalShares: 6_001n * 10n ** 18n };
const amounts = fc.bigInt({ min: 100n, max: 1_000n * 10n ** 18n });

describe("a request of stETH", () => {
  it.each([
    { amount: 5n * 10n ** 18n, shares: 4_045_564_718_627_601_558n },
    { amount: 10n ** 18n + 1n, shares: 809_112_943_725_520_312n },
    { amount: 1_000n * 10n ** 18n, shares: 809_112_943_725_520_311_794n },
  ])("of $amount wei keeps $shares shares", ({ amount, shares }) => {
    expect(stEthRequestDown(amount, TOTALS)).toEqual({ amountOfStETH: amount, amountOfShares: shares });
  });

  it("has a rate at or above the pool's, so that it is paid no more than what was asked", () => {
    fc.assert(
      fc.property(amounts, arbitraryTotals, (amount, totals) => {
        expect(requestShareRateDown(stEthRequestDown(amount, totals)) >= poolShareRateDown(totals)).toBe(
          true,
        );
      }),
    );
  });
});

describe("a request of wstETH", () => {
  it("asks for what unwrapping says, and keeps the shares of that", () => {
    expect(wstEthRequestDown(3_000_000_000_000_000_003n, TOTALS)).toEqual({
      amountOfStETH: 3_707_764_191_963_916_921n,
      amountOfShares: 3_000_000_000_000_000_002n,
    });
  });

  it("never keeps more shares than there were tokens", () => {
    fc.assert(
      fc.property(amounts, arbitraryTotals, (wstETH, totals) => {
        expect(wstEthRequestDown(wstETH, totals).amountOfShares <= wstETH).toBe(true);
      }),
    );
  });
});
