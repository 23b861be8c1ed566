import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount, anyTotals, RECORDED } from "../../../testing/etherfiTotals.ts";
import { amountForSharesDown } from "./amountForSharesDown.ts";

const atTheEnd = { pooled: 1_073_810_187_967_616_566_603n, shares: 1_063_576_646_438_809_795_433n };

describe("wei of shares", () => {
  it.each([
    ["a whale's balance", 10n ** 21n, atTheEnd, 1_009_621_818_571_394_828_211n],
    [
      "a holder's balance",
      94_165_247_518_913_633_206n,
      RECORDED.atFirstFinalisation,
      97_106_995_938_516_722_105n,
    ],
    ["2 weETH", 2n * 10n ** 18n, RECORDED.afterDeposit, 2_058_885_959_557_702_074n],
    ["one share", 1n, RECORDED.afterDeposit, 1n],
    ["no shares at all", 7n, { pooled: 5n, shares: 0n }, 0n],
  ])("%s", (_what, shares, totals, amount) => {
    expect(amountForSharesDown(shares, totals)).toBe(amount);
  });

  it("of parts are never more than of the whole", () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, anyTotals, (one, other, totals) => {
        const parts = amountForSharesDown(one, totals) + amountForSharesDown(other, totals);
        const whole = amountForSharesDown(one + other, totals);
        expect(parts === whole || parts === whole - 1n).toBe(true);
      }),
    );
  });
});
