import { WAD_ONE, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFactor } from "../testing/arbitraries.ts";
import { magnitudesAfterSlash } from "./magnitudesAfterSlash.ts";

const quarter = wad(WAD_ONE / 4n);

describe("magnitudes after a slash", () => {
  it.each([
    [
      "a part of a part",
      { currentMagnitude: quarter, maxMagnitude: WAD_ONE },
      wad(400_000_000_000_000_000n),
      900_000_000_000_000_000n,
    ],
    ["all of it", { currentMagnitude: WAD_ONE, maxMagnitude: WAD_ONE }, WAD_ONE, 0n],
    [
      "nothing where nothing is allocated",
      { currentMagnitude: wad(0n), maxMagnitude: quarter },
      WAD_ONE,
      WAD_ONE / 4n,
    ],
    ["one wei at least", { currentMagnitude: wad(1n), maxMagnitude: WAD_ONE }, wad(1n), WAD_ONE - 1n],
    [
      "rounded up",
      { currentMagnitude: wad(10n), maxMagnitude: WAD_ONE },
      wad(350_000_000_000_000_000n),
      WAD_ONE - 4n,
    ],
  ])("%s", (_what, magnitudes, wadToSlash, maxMagnitude) => {
    expect(magnitudesAfterSlash(magnitudes, wadToSlash).maxMagnitude).toBe(maxMagnitude);
  });

  it("allocation and whole lose the same, and never more than there is", () => {
    fc.assert(
      fc.property(anyFactor, anyFactor, anyFactor, (one, other, wadToSlash) => {
        const [currentMagnitude, maxMagnitude] = one < other ? [one, other] : [other, one];
        const after = magnitudesAfterSlash({ currentMagnitude, maxMagnitude }, wadToSlash);
        expect(currentMagnitude - after.currentMagnitude).toBe(after.slashedMagnitude);
        expect(maxMagnitude - after.maxMagnitude).toBe(after.slashedMagnitude);
        expect(after.slashedMagnitude > 0n && after.currentMagnitude >= 0n).toBe(true);
      }),
    );
  });
});
