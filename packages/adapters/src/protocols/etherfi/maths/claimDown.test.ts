import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount, anyTotals } from "../../../testing/etherfiTotals.ts";
import { claimDown } from "./claimDown.ts";
import { frozenRateUp } from "./frozenRateUp.ts";
import { withdrawalRequest } from "./withdrawalRequest.ts";

const request = { amountOfEEth: 4_000_000_000_000_000_000n, shareOfEEth: 3_892_441_062_902_060_407n };

describe("a claim", () => {
  it.each([
    [
      "after rewards pays what was asked for, no more",
      1_031_240_277_035_455_377n,
      4_000_000_000_000_000_000n,
    ],
    [
      "after a loss pays the shares' worth, as recorded",
      1_009_530_696_142_571_480n,
      3_929_538_735_925_447_905n,
    ],
    ["after a total loss pays nothing", 0n, 0n],
  ])("%s", (_what, frozenRate, wei) => {
    expect(claimDown(request, frozenRate)).toBe(wei);
  });

  it("at the rate of the request pays what was asked for, to a wei", () => {
    fc.assert(
      fc.property(anyAmount, anyTotals, (amount, totals) => {
        const missing = amount - claimDown(withdrawalRequest(amount, totals), frozenRateUp(totals));
        const shareWorth = totals.pooled / totals.shares + 1n;
        expect(missing >= 0n && missing <= shareWorth).toBe(true);
      }),
    );
  });

  it("pays no less at a higher rate", () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, (low, more) => {
        expect(claimDown(request, low + more)).toBeGreaterThanOrEqual(claimDown(request, low));
      }),
    );
  });
});
