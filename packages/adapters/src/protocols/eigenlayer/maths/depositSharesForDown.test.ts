import { WAD_ONE, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFactor, anyScaling, anyShares } from "../testing/arbitraries.ts";
import { depositSharesForDown } from "./depositSharesForDown.ts";
import { FullySlashed } from "./FullySlashed.ts";
import { withdrawableSharesDown } from "./withdrawableSharesDown.ts";

describe("deposit shares to queue for withdrawable ones", () => {
  it.each([
    ["as many while nothing was slashed", 100n, WAD_ONE, WAD_ONE, 100n],
    ["more after a slash", 75n, WAD_ONE, wad(750_000_000_000_000_000n), 100n],
    ["fewer at a factor above 1", 100n, wad(2n * WAD_ONE), WAD_ONE, 50n],
  ])("%s", (_what, wanted, depositScalingFactor, slashingFactor, deposited) => {
    expect(depositSharesForDown(wanted, { depositScalingFactor, slashingFactor })).toBe(deposited);
  });

  it("never give more than was wanted", () => {
    fc.assert(
      fc.property(anyShares, anyScaling, anyFactor, (wanted, depositScalingFactor, slashingFactor) => {
        const factors = { depositScalingFactor, slashingFactor };
        expect(withdrawableSharesDown(depositSharesForDown(wanted, factors), factors) <= wanted).toBe(true);
      }),
    );
  });

  it("do not exist after a full slash", () => {
    const factors = { depositScalingFactor: WAD_ONE, slashingFactor: wad(0n) };
    expect(() => depositSharesForDown(1n, factors)).toThrow(FullySlashed);
  });
});
