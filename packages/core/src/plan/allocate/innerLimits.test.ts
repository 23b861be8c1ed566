import { describe, expect, test } from "vitest";
import type { Bps, PositionId } from "../../units/brands.ts";
import { innerCap, innerMax, innerMin, innerRung, justAbove, justBelow } from "./innerLimits.ts";

function band(min: bigint, target: bigint, max: bigint) {
  return { position: "lido:wstETH" as PositionId, min: min as Bps, target: target as Bps, max: max as Bps };
}

describe("innerLimits", () => {
  test.each([
    {
      name: "a wide band keeps a quarter of a per cent",
      limits: band(1_000n, 3_000n, 5_000n),
      inner: [1_025n, 4_975n],
    },
    {
      name: "a narrow band keeps half of the way to its target",
      limits: band(2_990n, 3_000n, 3_010n),
      inner: [2_995n, 3_005n],
    },
    {
      name: "a band without width has none to keep",
      limits: band(3_000n, 3_000n, 3_000n),
      inner: [3_000n, 3_000n],
    },
    { name: "nothing lies below 0 or above 100 %", limits: band(0n, 5_000n, 10_000n), inner: [0n, 10_000n] },
  ])("$name", ({ limits, inner }) => {
    expect([innerMin(limits), innerMax(limits)]).toEqual(inner);
  });

  test.each([
    [4_000n, 3_975n],
    [40n, 20n],
    [0n, 0n],
    [10_000n, 10_000n],
  ])("a cap of %i is filled to %i", (cap, inner) => {
    expect(innerCap(cap as Bps)).toBe(inner);
  });

  test.each([
    [1_000n, 1_025n],
    [9_990n, 10_000n],
    [0n, 0n],
  ])("a rung of %i is kept at %i", (share, inner) => {
    expect(innerRung(share as Bps)).toBe(inner);
  });

  test("a hair is a billionth and one unit", () => {
    expect([justAbove(10n ** 18n), justBelow(10n ** 18n)]).toEqual([
      10n ** 18n + 10n ** 9n + 1n,
      10n ** 18n - 10n ** 9n - 1n,
    ]);
    expect([justAbove(0n), justBelow(0n), justBelow(1n)]).toEqual([1n, 0n, 0n]);
  });
});
