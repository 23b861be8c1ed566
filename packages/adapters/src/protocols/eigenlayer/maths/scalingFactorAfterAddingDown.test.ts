import { WAD_ONE, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFactor, anyScaling } from "../testing/arbitraries.ts";
import { FullySlashed } from "./FullySlashed.ts";
import { scalingFactorAfterAddingDown } from "./scalingFactorAfterAddingDown.ts";
import { withdrawableSharesDown } from "./withdrawableSharesDown.ts";

const ether = 10n ** 18n;
const half = wad(WAD_ONE / 2n);

describe("the deposit scaling factor after shares were added", () => {
  it.each([
    [
      "stays 1 while nothing was slashed",
      { previous: 50n, added: 50n, scaling: WAD_ONE, slashing: WAD_ONE },
      WAD_ONE,
    ],
    [
      "of first shares makes up for old losses",
      { previous: 0n, added: 1n, scaling: WAD_ONE, slashing: half },
      wad(2n * WAD_ONE),
    ],
    ["stays when nothing is added", { previous: 9n, added: 0n, scaling: wad(7n), slashing: half }, wad(7n)],
    [
      "averages old and new shares, as recorded from the real contract",
      { previous: 32n * ether, added: ether, scaling: WAD_ONE, slashing: wad(843_750_000_000_000_000n) },
      wad(1_005_611_672_278_338_944n),
    ],
    [
      "is rounded down twice, as recorded from the real contract",
      {
        previous: 23n * ether,
        added: 7_663_734_115_347_018_554n,
        scaling: wad(1_005_611_672_278_338_944n),
        slashing: wad(762_096_774_193_548_386n),
      },
      wad(1_082_229_093_832_906_513n),
    ],
  ])("%s", (_what, { previous, added, scaling, slashing }, after) => {
    const addition = { previousDepositShares: previous, addedShares: added };
    const factors = { depositScalingFactor: scaling, slashingFactor: slashing };
    expect(scalingFactorAfterAddingDown({ ...addition, ...factors })).toBe(after);
  });

  it("leaves the whole worth no more than its parts, and less only by roundings", () => {
    const amounts = fc.bigInt(1n, 10n ** 30n);
    fc.assert(
      fc.property(amounts, amounts, anyScaling, anyFactor, (previous, added, scaling, slashing) => {
        const before = { depositScalingFactor: scaling, slashingFactor: slashing };
        const worth = withdrawableSharesDown(previous, before) + added;
        const factor = scalingFactorAfterAddingDown({
          ...before,
          previousDepositShares: previous,
          addedShares: added,
        });
        const after = withdrawableSharesDown(previous + added, { ...before, depositScalingFactor: factor });
        // Each of the two quotients loses less than one part in 1e18 of all shares, each product less than one share.
        const roundings = (2n * (previous + added)) / WAD_ONE + 4n;
        expect(after <= worth && worth - after <= roundings).toBe(true);
      }),
    );
  });

  it("does not exist where nothing is left", () => {
    const addition = { previousDepositShares: 1n, addedShares: 1n, depositScalingFactor: WAD_ONE };
    expect(() => scalingFactorAfterAddingDown({ ...addition, slashingFactor: wad(0n) })).toThrow(
      FullySlashed,
    );
  });
});
