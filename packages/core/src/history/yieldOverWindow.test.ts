import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hash32 } from "../chain/types.ts";
import { BLOCK, NOW } from "../testing/world.ts";
import type { AssetId, Seconds, Wad } from "../units/brands.ts";
import { blockNumber } from "../units/quantities.ts";
import { unixSeconds } from "../units/times.ts";
import type { HistorySlice } from "./types.ts";
import { YEAR } from "./year.ts";
import { yieldOverWindow } from "./yieldOverWindow.ts";

const ONE = 10n ** 18n;
const HOUR = 3_600n;
const asset = "wstETH" as AssetId;

/** Samples by age in seconds and value. */
function slice(samples: readonly (readonly [bigint, bigint])[]): HistorySlice {
  return {
    schema: "ballast/history/1",
    asOf: BLOCK,
    series: [
      {
        id: "rate:wstETH",
        samples: samples.map(([age, value]) => ({
          block: blockNumber(9_000_000n - age),
          hash: `0x${"0".repeat(64)}` as Hash32,
          timestamp: unixSeconds(NOW - age),
          value: value as Wad,
        })),
      },
    ],
  };
}

function yieldOf(samples: readonly (readonly [bigint, bigint])[], hours: bigint) {
  return yieldOverWindow({ slice: slice(samples), asset, window: (hours * HOUR) as Seconds, asOf: NOW });
}

/** Growth by one millionth in an hour: 0.876 % a year, since a year has 8,760 hours. */
const UP = ONE + 10n ** 12n;
const YEARLY = 8_760n * 10n ** 12n;

const known: readonly {
  name: string;
  samples: readonly (readonly [bigint, bigint])[];
  hours: bigint;
  yield: bigint;
  window: bigint;
}[] = [
  {
    name: "growth over exactly the window",
    samples: [
      [HOUR, ONE],
      [0n, UP],
    ],
    hours: 1n,
    yield: YEARLY,
    window: HOUR,
  },
  {
    name: "samples inside the window do not matter",
    samples: [
      [HOUR, ONE],
      [900n, 5n],
      [0n, UP],
    ],
    hours: 1n,
    yield: YEARLY,
    window: HOUR,
  },
  {
    name: "the newest sample before the window is the start",
    samples: [
      [9n * HOUR, 1n],
      [HOUR + 60n, ONE],
      [0n, UP],
    ],
    hours: 1n,
    yield: (YEARLY * HOUR) / (HOUR + 60n),
    window: HOUR + 60n,
  },
  {
    name: "history that covers half the window counts, and says its real window",
    samples: [
      [HOUR, ONE],
      [0n, UP],
    ],
    hours: 2n,
    yield: YEARLY,
    window: HOUR,
  },
  {
    name: "an old start gives way to one inside the window after a gap",
    samples: [
      [100n * HOUR, 7n],
      [HOUR, ONE],
      [0n, UP],
    ],
    hours: 2n,
    yield: YEARLY,
    window: HOUR,
  },
  {
    name: "a falling rate yields less than nothing",
    samples: [
      [HOUR, ONE],
      [0n, ONE - 10n ** 12n],
    ],
    hours: 1n,
    yield: -YEARLY,
    window: HOUR,
  },
  {
    name: "a rate that stands still yields nothing",
    samples: [
      [HOUR, ONE],
      [0n, ONE],
    ],
    hours: 1n,
    yield: 0n,
    window: HOUR,
  },
];

const unknown: readonly {
  name: string;
  samples: readonly (readonly [bigint, bigint])[];
  because: string;
  have: bigint;
}[] = [
  { name: "no samples", samples: [], because: "no-samples", have: 0n },
  { name: "one sample", samples: [[0n, ONE]], because: "history-too-short", have: 0n },
  {
    name: "less than half the window",
    samples: [
      [HOUR - 1n, ONE],
      [0n, UP],
    ],
    because: "history-too-short",
    have: HOUR - 1n,
  },
  {
    name: "a rate that was zero",
    samples: [
      [2n * HOUR, 0n],
      [0n, UP],
    ],
    because: "rate-is-zero",
    have: 2n * HOUR,
  },
];

describe("yieldOverWindow", () => {
  test.each(known)("is known: $name", ({ samples, hours, yield: expected, window }) => {
    expect(yieldOf(samples, hours)).toMatchObject({
      kind: "known",
      yield: expected,
      window,
      method: "share-price-growth",
    });
  });

  test.each(unknown)("is unknown: $name", ({ samples, because, have }) => {
    expect(yieldOf(samples, 2n)).toEqual({ kind: "unknown", because, have });
  });

  test("it names the blocks that it was measured between", () => {
    const reading = yieldOf(
      [
        [HOUR, ONE],
        [0n, UP],
      ],
      1n,
    );
    expect(reading).toMatchObject({
      source: { kind: "history", series: "rate:wstETH", fromBlock: 9_000_000n - HOUR, toBlock: 9_000_000n },
    });
  });

  test("samples after the asked time are not looked at", () => {
    const ahead = slice([
      [HOUR, ONE],
      [0n, UP],
      [-HOUR, 9n * ONE],
    ]);
    expect(yieldOverWindow({ slice: ahead, asset, window: HOUR as Seconds, asOf: NOW })).toMatchObject({
      yield: YEARLY,
    });
  });

  test("it is the floor of growth per year, for any rates and any span", () => {
    const rates = fc.bigInt({ min: ONE / 2n, max: 3n * ONE });
    fc.assert(
      fc.property(rates, rates, fc.bigInt({ min: 1n, max: 40n * 86_400n }), (start, end, age) => {
        const reading = yieldOverWindow({
          slice: slice([
            [age, start],
            [0n, end],
          ]),
          asset,
          window: age as Seconds,
          asOf: NOW,
        });
        const found = reading.kind === "known" ? reading.yield : 0n;
        // found ≤ growth < found + 1, by cross-multiplying.
        const growth = (end - start) * ONE * YEAR;
        expect(found * start * age <= growth && growth < (found + 1n) * start * age).toBe(true);
      }),
    );
  });
});
