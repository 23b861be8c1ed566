import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyShares } from "../testing/arbitraries.ts";
import { tokensForSharesDown } from "./tokensForSharesDown.ts";

describe("tokens that shares give", () => {
  it.each([
    ["one to one while nothing came or went", 5n, { totalShares: 10n, tokenBalance: 10n }, 5n],
    ["more after rewards", 1000n, { totalShares: 1000n, tokenBalance: 3000n }, 2000n],
    ["less after a loss, rounded down", 3n, { totalShares: 1000n, tokenBalance: 0n }, 1n],
    ["nothing for nothing", 0n, { totalShares: 7n, tokenBalance: 9n }, 0n],
    [
      "as recorded from the real contract",
      42_000_000_000_000_000_000n,
      { totalShares: 100_000_000_000_000_000_000n, tokenBalance: 100_000_000_000_000_000_000n },
      42_000_000_000_000_000_000n,
    ],
  ])("%s", (_what, shares, before, tokens) => {
    expect(tokensForSharesDown(shares, before)).toBe(tokens);
  });

  it("of two parts are those of the whole, or one wei less", () => {
    fc.assert(
      fc.property(anyShares, anyShares, anyShares, (one, other, tokenBalance) => {
        const before = { totalShares: one + other, tokenBalance };
        const parts = tokensForSharesDown(one, before) + tokensForSharesDown(other, before);
        const lost = tokensForSharesDown(one + other, before) - parts;
        expect(lost === 0n || lost === 1n).toBe(true);
      }),
    );
  });

  it("of all shares leave the virtual ones at least", () => {
    fc.assert(
      fc.property(anyShares, anyShares, (totalShares, tokenBalance) => {
        const all = tokensForSharesDown(totalShares, { totalShares, tokenBalance });
        expect(all <= tokenBalance + 1000n).toBe(true);
      }),
    );
  });
});
