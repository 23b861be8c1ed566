import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryTotals } from "../testing/arbitraryTotals.ts";
import { unwrapDown } from "./unwrapDown.ts";

const TOTALS = { totalPooledEther: 7_416_764_305_325_155_141_774n, totalShares: 6_001n * 10n ** 18n };

describe("unwrapDown", () => {
  it.each([
    { what: "one wei says one wei and moves nothing", wstETH: 1n, stETH: 1n, shares: 0n },
    { what: "five wei move four shares", wstETH: 5n, stETH: 6n, shares: 4n },
    {
      what: "two tokens",
      wstETH: 2n * 10n ** 18n,
      stETH: 2_471_842_794_642_611_278n,
      shares: 1_999_999_999_999_999_999n,
    },
  ])("$what", ({ wstETH, stETH, shares }) => {
    expect(unwrapDown(wstETH, TOTALS)).toEqual({ stETH, shares });
  });

  it("leaves at most a share behind where a share is worth an ether or more, and never moves more than was burned", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }), arbitraryTotals, (wstETH, totals) => {
        const { shares } = unwrapDown(wstETH, totals);
        const left = wstETH - shares;
        expect(left >= 0n).toBe(true);
        expect(left * totals.totalPooledEther < totals.totalPooledEther + totals.totalShares).toBe(true);
      }),
    );
  });
});
