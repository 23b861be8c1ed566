import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sample } from "../../history/types.ts";
import { policyOf, snapshotOf, WEETH, WSTETH } from "../../testing/world.ts";
import type { BlockNumber, Seconds, UnixSeconds } from "../../units/brands.ts";
import { type StoredHistory, sliceOf, storeSamples } from "./history.ts";

const policy = policyOf([WSTETH, WEETH], {
  objective: { horizon: 1n as Seconds, yieldWindow: 7_200n as Seconds },
});
const START = 1_700_000_000n;
const base = { ...snapshotOf({ stakes: [WSTETH, WEETH], idle: "1" }) };
const figure = { venue: base.positions[0]?.venue ?? ("lido" as never), figure: "tvl", value: 5n };

/** A history of blocks at these times, and a slice at the last. */
function lastOf(times: readonly bigint[]) {
  const stored: StoredHistory = new Map();
  const blocks = times.map((time) => ({
    ...base.block,
    number: (time / 12n) as BlockNumber,
    timestamp: (START + time) as UnixSeconds,
  }));
  for (const block of blocks) {
    const figures = [{ ...figure, source: { kind: "header", field: "x" } as const }];
    storeSamples(stored, { snapshot: { ...base, block, figures }, policy });
  }
  const block = blocks.at(-1) ?? base.block;
  const slice = sliceOf(stored, { block, policy });
  return {
    block,
    stored,
    seconds: (id: string) => of(slice.series.find((each) => each.id === id)?.samples ?? []),
  };
}

const of = (samples: readonly Sample[]) => samples.map(({ timestamp }) => timestamp - START);

describe("the history that a decision gets", () => {
  test("is what lies around the start of each window, and the newest that guards count", () => {
    const { seconds } = lastOf(Array.from({ length: 50 }, (_, hour) => BigInt(hour) * 3_600n));
    const hours = (id: string) => seconds(id).map((each) => each / 3_600n);
    // A day and two hours back from hour 49, and the last four.
    expect(hours("rate:weETH")).toEqual([25n, 26n, 46n, 47n, 48n, 49n]);
    expect(hours("market:weETH")).toEqual([46n, 47n, 48n, 49n]);
    expect(hours("figure:etherfi:tvl")).toEqual([25n, 26n, 49n]);
  });

  test("of a first block is that block", () => {
    expect(lastOf([0n]).seconds("rate:weETH")).toEqual([0n]);
  });

  test("is the same however much older history was dropped", () => {
    const gaps = fc.array(fc.bigInt({ min: 12n, max: 20_000n }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let time = 0n;
        const late = steps.map((gap) => {
          time += gap;
          return 100_000n + time;
        });
        const dense = Array.from({ length: 700 }, (_, index) => BigInt(index) * 12n);
        const [short, long] = [lastOf([90_000n, ...late]), lastOf([...dense, 90_000n, ...late])];
        const opens = (long.block.timestamp - START - 86_400n) as bigint;
        const within = (each: bigint) => each >= opens;
        for (const id of ["rate:weETH", "market:weETH", "figure:etherfi:tvl"])
          expect(long.seconds(id).filter(within)).toEqual(short.seconds(id).filter(within));
      }),
      { numRuns: 20 },
    );
  });

  test("does not grow without end", () => {
    const { stored } = lastOf(Array.from({ length: 3_000 }, (_, index) => BigInt(index) * 3_600n));
    expect(stored.get("rate:weETH")?.length).toBeLessThan(1_100);
  });
});
