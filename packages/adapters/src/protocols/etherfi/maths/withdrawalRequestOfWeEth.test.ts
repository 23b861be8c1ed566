import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount, anyTotals, RECORDED } from "../../../testing/etherfiTotals.ts";
import { withdrawalRequestOfWeEth } from "./withdrawalRequestOfWeEth.ts";

describe("a withdrawal request for weETH", () => {
  it("is one for its eETH, a share fewer, as recorded", () => {
    expect(withdrawalRequestOfWeEth(2n * 10n ** 18n, RECORDED.afterDeposit)).toEqual({
      amountOfEEth: 2_058_885_959_557_702_074n,
      shareOfEEth: 1_999_999_999_999_999_999n,
    });
  });

  it("never has more shares than there was weETH", () => {
    fc.assert(
      fc.property(anyAmount, anyTotals, (weEth, totals) => {
        expect(withdrawalRequestOfWeEth(weEth, totals).shareOfEEth).toBeLessThanOrEqual(weEth);
      }),
    );
  });
});
