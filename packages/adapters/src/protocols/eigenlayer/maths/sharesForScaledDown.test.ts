import { WAD_ONE, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFactor, anyShares } from "../testing/arbitraries.ts";
import { sharesForScaledDown } from "./sharesForScaledDown.ts";

describe("shares that scaled shares are worth", () => {
  it.each([
    ["all of them without slashing", 40n, WAD_ONE, 40n],
    ["three quarters after a slash of a quarter", 100n, wad(750_000_000_000_000_000n), 75n],
    ["rounded down", 10_056_116_722_783_389_440n, wad(762_096_774_193_548_386n), 7_663_734_115_347_018_554n],
    ["none of a single wei after any slash", 1n, wad(999_999_999_999_999_999n), 0n],
    ["none after a full slash", 10n ** 30n, wad(0n), 0n],
  ])("%s", (_what, scaled, factor, shares) => {
    expect(sharesForScaledDown(scaled, factor)).toBe(shares);
  });

  it("only fall while a withdrawal waits", () => {
    fc.assert(
      fc.property(anyShares, anyFactor, anyFactor, (scaled, one, other) => {
        const [later, sooner] = one < other ? [one, other] : [other, one];
        expect(sharesForScaledDown(scaled, later) <= sharesForScaledDown(scaled, sooner)).toBe(true);
      }),
    );
  });
});
