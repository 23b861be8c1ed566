import { WAD_ONE, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFactor, anyScaling, anyShares } from "../testing/arbitraries.ts";
import { scaledSharesDown } from "./scaledSharesDown.ts";
import { sharesForScaledDown } from "./sharesForScaledDown.ts";
import { withdrawableSharesDown } from "./withdrawableSharesDown.ts";

describe("withdrawable shares", () => {
  it.each([
    ["are the deposit shares before any slash", 100n, WAD_ONE, WAD_ONE, 100n],
    ["are less after a slash", 100n, WAD_ONE, wad(900_000_000_000_000_000n), 90n],
    ["are untouched by what the operator lost before", 100n, wad(2n * WAD_ONE), wad(WAD_ONE / 2n), 100n],
    [
      "are rounded at each product, as recorded from the real contract",
      33_000_000_000_000_000_000n,
      wad(1_005_611_672_278_338_944n),
      wad(843_750_000_000_000_000n),
      27_999_999_999_999_999_972n,
    ],
    ["would be one more in another order", 3n, wad(WAD_ONE / 2n), wad(2n * WAD_ONE), 2n],
  ])("%s", (_what, deposited, depositScalingFactor, slashingFactor, withdrawable) => {
    expect(withdrawableSharesDown(deposited, { depositScalingFactor, slashingFactor })).toBe(withdrawable);
  });

  it("are what queueing all and completing at today's factor gives", () => {
    fc.assert(
      fc.property(anyShares, anyScaling, anyFactor, (deposited, depositScalingFactor, slashingFactor) => {
        const queued = sharesForScaledDown(scaledSharesDown(deposited, depositScalingFactor), slashingFactor);
        expect(withdrawableSharesDown(deposited, { depositScalingFactor, slashingFactor })).toBe(queued);
      }),
    );
  });
});
