import { UnitError, WAD_ONE, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFactor, anyShares } from "../testing/arbitraries.ts";
import { sharesAfterSlashUp } from "./sharesAfterSlashUp.ts";

describe("shares that a slash leaves", () => {
  it.each([
    ["nine tenths", 60n, WAD_ONE, wad(900_000_000_000_000_000n), 54n],
    ["rounded up", 10n, WAD_ONE, wad(350_000_000_000_000_000n), 4n],
    ["none after all", 10n ** 30n, WAD_ONE, wad(0n), 0n],
    [
      "as recorded from the real contract",
      1_887_951_043_475_236_997n,
      WAD_ONE,
      wad(900_000_000_000_000_000n),
      1_699_155_939_127_713_298n,
    ],
  ])("%s", (_what, shares, before, after, left) => {
    expect(sharesAfterSlashUp(shares, { before, after })).toBe(left);
  });

  it("are never fewer than the magnitude says, and not a whole share more", () => {
    fc.assert(
      fc.property(anyShares, anyFactor, anyFactor, (shares, one, other) => {
        const [before, after] = one > other ? [one, other] : [other, one];
        const left = sharesAfterSlashUp(shares, { before, after });
        expect(left * before >= shares * after && left * before < shares * after + before).toBe(true);
      }),
    );
  });

  it("are not there of an operator with nothing", () => {
    expect(() => sharesAfterSlashUp(1n, { before: wad(0n), after: wad(0n) })).toThrow(UnitError);
  });
});
