import { WAD_ONE, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFactor, anyScaling } from "../testing/arbitraries.ts";
import { FullySlashed } from "./FullySlashed.ts";
import { scalingFactorAfterDelegatingDown } from "./scalingFactorAfterDelegatingDown.ts";
import { withdrawableSharesDown } from "./withdrawableSharesDown.ts";

describe("the deposit scaling factor after a delegation", () => {
  it.each([
    ["stays with an operator that was never slashed", WAD_ONE, WAD_ONE, WAD_ONE],
    ["doubles with one that lost half", WAD_ONE, wad(WAD_ONE / 2n), wad(2n * WAD_ONE)],
    ["is rounded down", WAD_ONE, wad(750_000_000_000_000_000n), wad(1_333_333_333_333_333_333n)],
  ])("%s", (_what, before, magnitude, after) => {
    expect(scalingFactorAfterDelegatingDown(before, magnitude)).toBe(after);
  });

  it("charges nobody with what the operator lost before, but for a rounding", () => {
    fc.assert(
      fc.property(anyScaling, anyFactor, (before, magnitude) => {
        const depositScalingFactor = scalingFactorAfterDelegatingDown(before, magnitude);
        const now = withdrawableSharesDown(WAD_ONE, { depositScalingFactor, slashingFactor: magnitude });
        expect(now <= before && before - now <= 2n).toBe(true);
      }),
    );
  });

  it("does not exist with an operator that has nothing left", () => {
    expect(() => scalingFactorAfterDelegatingDown(WAD_ONE, wad(0n))).toThrow(FullySlashed);
  });
});
