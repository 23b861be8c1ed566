import { WAD_ONE, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyScaling, anyShares } from "../testing/arbitraries.ts";
import { scaledSharesDown } from "./scaledSharesDown.ts";

describe("scaled shares of a withdrawal", () => {
  it.each([
    ["are the deposit shares at factor 1", 100n, WAD_ONE, 100n],
    [
      "are more at a factor above 1",
      10_000_000_000_000_000_000n,
      wad(1_005_611_672_278_338_944n),
      10_056_116_722_783_389_440n,
    ],
    ["lose a rest", 1n, wad(1_999_999_999_999_999_999n), 1n],
    ["may be none", 1n, wad(999_999_999_999_999_999n), 0n],
  ])("%s", (_what, deposited, scaling, scaled) => {
    expect(scaledSharesDown(deposited, scaling)).toBe(scaled);
  });

  it("of two withdrawals are those of one, or one less", () => {
    fc.assert(
      fc.property(anyShares, anyShares, anyScaling, (one, other, scaling) => {
        const apart = scaledSharesDown(one, scaling) + scaledSharesDown(other, scaling);
        const lost = scaledSharesDown(one + other, scaling) - apart;
        expect(lost === 0n || lost === 1n).toBe(true);
      }),
    );
  });
});
