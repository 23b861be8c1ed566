import { describe, expect, test } from "vitest";
import { sampleOf, seriesFrom, withFigures, withSeries } from "../testing/figures.ts";
import { CALM, contextOf, policyOf } from "../testing/world.ts";
import type { Seconds, VenueId } from "../units/brands.ts";
import { DEFAULT_GUARD_WINDOW, guardWindow } from "./guardWindow.ts";
import { figureBefore, highest, lowest, sampleSource, windowSamples } from "./windowSamples.ts";

const LIDO = "lido" as VenueId;
const guards = policyOf(CALM.stakes).guards;

describe("guardWindow", () => {
  test("it is the policy's, or a day", () => {
    expect(guardWindow({ guards })).toBe(DEFAULT_GUARD_WINDOW);
    expect(guardWindow({ guards: { ...guards, window: 600n as Seconds } })).toBe(600n);
  });
});

describe("windowSamples", () => {
  const cases: readonly {
    name: string;
    before: Record<string, bigint>;
    window?: bigint;
    values: bigint[];
  }[] = [
    {
      name: "a sample exactly at the start opens the window",
      before: { 25: 1n, 24: 2n, 1: 3n },
      values: [2n, 3n],
    },
    {
      name: "the newest one before the start opens it",
      before: { 30: 1n, 26: 2n, 23: 3n },
      values: [2n, 3n],
    },
    {
      name: "without one before the start, the first inside opens it",
      before: { 5: 1n, 2: 2n },
      values: [1n, 2n],
    },
    {
      name: "when all are old, the newest is still what to compare with",
      before: { 30: 1n, 28: 2n },
      values: [2n],
    },
    { name: "nothing stored is nothing", before: {}, values: [] },
    { name: "this block's own sample is not before it", before: { 3: 1n, 0: 9n }, values: [1n] },
    { name: "a shorter window", before: { 5: 1n, 3: 2n, 1: 3n }, window: 7_200n, values: [2n, 3n] },
  ];
  test.each(cases)("$name", ({ before, window, values }) => {
    const policy = window === undefined ? {} : { guards: { ...guards, window: window as Seconds } };
    const context = withSeries(contextOf({ ...CALM, policy }), [seriesFrom("rate:x", before)]);
    expect(windowSamples(context, "rate:x").map((each) => each.value)).toEqual(values);
  });

  test("a figure is found by venue and name", () => {
    const context = withFigures(contextOf(CALM), [
      { venue: "lido", figure: "tvl", now: 5n, before: { 2: 4n } },
      { venue: "etherfi", figure: "tvl", now: 5n, before: { 2: 3n } },
    ]);
    expect(figureBefore(context, { venue: LIDO, figure: "tvl" }).map((each) => each.value)).toEqual([4n]);
    expect(figureBefore(context, { venue: LIDO, figure: "exit-queue" })).toEqual([]);
  });
});

describe("the extremes of samples", () => {
  const samples = [sampleOf("4", 2n), sampleOf("3", 5n), sampleOf("2", 1n), sampleOf("1", 5n)];

  test("are the oldest of equals, and none of none", () => {
    expect(highest(samples)).toBe(samples[1]);
    expect(lowest(samples)).toBe(samples[2]);
    expect([highest([]), lowest([])]).toEqual([undefined, undefined]);
  });

  test("are evidence by series and block", () => {
    const [oldest] = samples;
    expect(oldest && sampleSource("rate:x", oldest)).toEqual({
      kind: "history",
      series: "rate:x",
      fromBlock: 880n,
      toBlock: 880n,
    });
  });
});
