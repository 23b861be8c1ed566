import { wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFactor } from "../testing/arbitraries.ts";
import { slashingFactorDown } from "./slashingFactorDown.ts";

describe("the slashing factor", () => {
  it.each([
    ["of tokens is the operator's magnitude", wad(750_000_000_000_000_000n), null, 750_000_000_000_000_000n],
    [
      "of native ether has the beacon chain's part",
      wad(900_000_000_000_000_000n),
      wad(937_500_000_000_000_000n),
      843_750_000_000_000_000n,
    ],
    [
      "is rounded down",
      wad(900_000_000_000_000_000n),
      wad(846_774_193_548_387_096n),
      762_096_774_193_548_386n,
    ],
    ["is nothing when either left nothing", wad(10n ** 18n), wad(0n), 0n],
  ])("%s", (_what, magnitude, beacon, factor) => {
    expect(slashingFactorDown(magnitude, beacon)).toBe(factor);
  });

  it("of native ether is never above either part", () => {
    fc.assert(
      fc.property(anyFactor, anyFactor, (magnitude, beacon) => {
        const factor = slashingFactorDown(magnitude, beacon);
        expect(factor <= magnitude && factor <= beacon).toBe(true);
      }),
    );
  });
});
