import type { Address, Hash32, Source } from "../chain/types.ts";
import { figureSeries } from "../history/seriesOf.ts";
import type { Sample, Series } from "../history/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { VenueFigure } from "../snapshot/venueFigure.ts";
import type { UnixSeconds, VenueId, Wad } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { blockNumber } from "../units/quantities.ts";
import { NOW } from "./world.ts";

/** A figure of the block, with what was stored of it before. */
export type StatedFigure = {
  readonly venue: string;
  readonly figure: string;
  readonly now: bigint;
  /** By hours ago, in any order; a sample of h hours ago is of block 1,000 − 30 h. */
  readonly before?: Readonly<Record<string, bigint>>;
};

/** Where a figure of the tests was read. */
export function figureSource(figure: string): Source {
  return { kind: "call", contract: `0x${"f1".repeat(20)}` as Address, method: figure };
}

/** A stored sample of so many hours ago, which may be a fraction, two minutes to a block. */
export function sampleOf(hours: string, value: bigint): Sample {
  const age = BigInt(Math.round(Number(hours) * 3_600));
  const block = 1_000n - (age + 119n) / 120n;
  return {
    block: blockNumber(block),
    hash: `0x${block.toString(16).padStart(64, "0")}` as Hash32,
    timestamp: (NOW - age) as UnixSeconds,
    value: value as Wad,
  };
}

/** A series of stored samples, by hours ago. */
export function seriesFrom(id: string, before: Readonly<Record<string, bigint>>): Series {
  const samples = Object.entries(before)
    .map(([hours, value]) => sampleOf(hours, value))
    .toSorted((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
  return { id, samples };
}

/** The context with series put in the place of those of the same name. */
export function withSeries(context: RuleContext, series: readonly Series[]): RuleContext {
  const names = new Set(series.map((each) => each.id));
  const kept = context.history.series.filter((each) => !names.has(each.id));
  const all = [...kept, ...series].toSorted((a, b) => compareText(a.id, b.id));
  return { ...context, history: { ...context.history, series: all } };
}

/** The context with these figures beside what it has, and their history. */
export function withFigures(context: RuleContext, stated: readonly StatedFigure[]): RuleContext {
  const figures: VenueFigure[] = stated.map(({ venue, figure, now }) => ({
    venue: venue as VenueId,
    figure,
    value: now,
    source: figureSource(figure),
  }));
  const all = [...context.snapshot.figures, ...figures].toSorted(
    (a, b) => compareText(a.venue, b.venue) || compareText(a.figure, b.figure),
  );
  const series = stated.flatMap(({ venue, figure, before }) =>
    before === undefined ? [] : [seriesFrom(figureSeries(venue as VenueId, figure), before)],
  );
  return withSeries({ ...context, snapshot: { ...context.snapshot, figures: all } }, series);
}
