import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryTotals } from "../testing/arbitraryTotals.ts";
import { etherForSharesDown } from "./etherForSharesDown.ts";
import { sharesForEtherDown } from "./sharesForEtherDown.ts";

/** A rate recorded from Lido's contracts: 1.2345678901 ether a share. */
const TOTALS = { totalPooledEther: 7_408_641_908_490_100_000_000n, totalShares: 6_001n * 10n ** 18n };
const amounts = fc.bigInt({ min: 0n, max: 10n ** 25n });

describe("sharesForEtherDown", () => {
  it.each([
    { amount: 0n, moves: 0n },
    { amount: 1n, moves: 0n },
    { amount: 2n, moves: 1n },
    { amount: 10n, moves: 8n },
    { amount: 2_021_368_500_568_277_589n, moves: 1_637_308_500_227_190_210n },
  ])("a transfer of $amount wei moves $moves shares", ({ amount, moves }) => {
    expect(sharesForEtherDown(amount, TOTALS)).toBe(moves);
  });

  it("never moves more than the amount, and less by under a share", () => {
    fc.assert(
      fc.property(amounts, arbitraryTotals, (amount, totals) => {
        const shares = sharesForEtherDown(amount, totals);
        expect(etherForSharesDown(shares, totals) <= amount).toBe(true);
        expect((shares + 1n) * totals.totalPooledEther > amount * totals.totalShares).toBe(true);
      }),
    );
  });

  it("refuses a pool without ether", () => {
    expect(() => sharesForEtherDown(1n, { totalPooledEther: 0n, totalShares: 1n })).toThrow("at least 1");
  });
});
