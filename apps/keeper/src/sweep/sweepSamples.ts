import type { Sweep } from "@ballast/adapters";
import { feedSeries, figureSeries } from "@ballast/core";

/** A figure of the block, by series. */
export type Figure = { readonly series: string; readonly value: bigint };

/** The accounting rates of the block, which later ticks measure growth from, and the figures and feeds that guards compare. */
export function sweepSamples(sweep: Sweep): readonly Figure[] {
  return [
    ...sweep.chain.rates.map(({ asset, rate }) => ({ series: `rate:${asset}`, value: rate })),
    ...sweep.chain.figures.map(({ venue, figure, value }) => ({
      series: figureSeries(venue, figure),
      value,
    })),
    ...sweep.chain.feeds.map(({ feed, value }) => ({ series: feedSeries(feed), value })),
  ];
}
