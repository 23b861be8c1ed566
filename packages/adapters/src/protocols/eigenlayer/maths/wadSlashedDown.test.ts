import { UnitError, WAD_ONE, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFactor, anyShares } from "../testing/arbitraries.ts";
import { sharesAfterSlashUp } from "./sharesAfterSlashUp.ts";
import { wadSlashedDown } from "./wadSlashedDown.ts";

describe("the part of the whole that a slash took", () => {
  it.each([
    ["of an untouched operator", wad(100_000_000_000_000_000n), WAD_ONE, 100_000_000_000_000_000n],
    [
      "of one that was slashed before, rounded down",
      wad(60_000_000_000_000_000n),
      wad(900_000_000_000_000_000n),
      66_666_666_666_666_666n,
    ],
    ["where nothing was allocated", wad(0n), WAD_ONE, 0n],
  ])("%s", (_what, slashed, before, part) => {
    expect(wadSlashedDown(slashed, before)).toBe(part);
  });

  it("is what a staker loses, but for a rounding", () => {
    fc.assert(
      fc.property(anyShares, anyFactor, anyFactor, (shares, one, other) => {
        const [before, after] = one > other ? [one, other] : [other, one];
        const lost = shares - sharesAfterSlashUp(shares, { before, after });
        const told = (shares * wadSlashedDown(wad(before - after), before)) / WAD_ONE;
        expect(lost >= told && lost - told <= shares / WAD_ONE + 1n).toBe(true);
      }),
    );
  });

  it("is not there of an operator with nothing", () => {
    expect(() => wadSlashedDown(wad(0n), wad(0n))).toThrow(UnitError);
  });
});
