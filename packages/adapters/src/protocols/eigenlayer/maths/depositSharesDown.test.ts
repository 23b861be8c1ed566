import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyShares } from "../testing/arbitraries.ts";
import { depositSharesDown } from "./depositSharesDown.ts";
import { tokensForSharesDown } from "./tokensForSharesDown.ts";

describe("shares that a deposit mints", () => {
  it.each([
    ["the first deposit is one to one", 100n, { totalShares: 0n, tokenBalance: 0n }, 100n],
    [
      "tokens that came without shares make shares dearer",
      3000n,
      { totalShares: 0n, tokenBalance: 2000n },
      1000n,
    ],
    ["a rest is lost", 2n, { totalShares: 0n, tokenBalance: 500n }, 1n],
    ["less than a share is none", 1n, { totalShares: 0n, tokenBalance: 1n }, 0n],
    [
      "as recorded from the real contract",
      71_000_000_000_000_000_000n,
      { totalShares: 730_865_262_206_305_678n, tokenBalance: 35_267_718_065_752_570_777n },
      1_471_357_844_017_642_760n,
    ],
  ])("%s", (_what, amount, before, shares) => {
    expect(depositSharesDown(amount, before)).toBe(shares);
  });

  it("are never worth more than what was deposited", () => {
    fc.assert(
      fc.property(anyShares, anyShares, anyShares, (amount, totalShares, tokenBalance) => {
        const minted = depositSharesDown(amount, { totalShares, tokenBalance });
        const after = { totalShares: totalShares + minted, tokenBalance: tokenBalance + amount };
        expect(tokensForSharesDown(minted, after) <= amount).toBe(true);
      }),
    );
  });
});
