import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryTotals } from "../testing/arbitraryTotals.ts";
import { etherForSharesDown } from "./etherForSharesDown.ts";
import { sharesForEtherDown } from "./sharesForEtherDown.ts";

const TOTALS = { totalPooledEther: 7_408_641_908_490_100_000_000n, totalShares: 6_001n * 10n ** 18n };
const shareCounts = fc.bigInt({ min: 0n, max: 10n ** 25n });

describe("etherForSharesDown", () => {
  it.each([
    { shares: 0n, worth: 0n },
    { shares: 1n, worth: 1n },
    { shares: 8n, worth: 9n },
    { shares: 10n ** 18n, worth: 1_234_567_890_100_000_000n },
  ])("$shares shares are worth $worth wei", ({ shares, worth }) => {
    expect(etherForSharesDown(shares, TOTALS)).toBe(worth);
  });

  it("of parts is at most that of the whole, and a wei less at most", () => {
    fc.assert(
      fc.property(shareCounts, shareCounts, arbitraryTotals, (left, right, totals) => {
        const parts = etherForSharesDown(left, totals) + etherForSharesDown(right, totals);
        const gap = etherForSharesDown(left + right, totals) - parts;
        expect(gap === 0n || gap === 1n).toBe(true);
      }),
    );
  });

  it("gives back at most the shares it came from", () => {
    fc.assert(
      fc.property(shareCounts, arbitraryTotals, (shares, totals) => {
        expect(sharesForEtherDown(etherForSharesDown(shares, totals), totals) <= shares).toBe(true);
      }),
    );
  });

  it("changes a sender's and a receiver's balance by the moved shares, to a wei each", () => {
    fc.assert(
      fc.property(shareCounts, shareCounts, arbitraryTotals, (rest, moved, totals) => {
        const drop = etherForSharesDown(rest + moved, totals) - etherForSharesDown(rest, totals);
        const gap = drop - etherForSharesDown(moved, totals);
        expect(gap === 0n || gap === 1n).toBe(true);
      }),
    );
  });

  it("refuses a pool without shares", () => {
    expect(() => etherForSharesDown(1n, { totalPooledEther: 1n, totalShares: 0n })).toThrow("at least 1");
  });
});
