import type { Snapshot } from "../snapshot/types.ts";
import type { KeptFigure } from "./keptFigure.ts";
import { feedSeries, figureSeries, rateSeries } from "./seriesOf.ts";

type Read = Pick<Snapshot, "rates" | "figures" | "feeds">;

/** What is kept of a block for every account of its chain: accounting rates, what venues state, and what feeds answer. */
export function chainFigures({ rates, figures, feeds }: Read): readonly KeptFigure[] {
  return [
    ...rates.map(({ asset, rate }) => ({ series: rateSeries(asset), value: rate })),
    ...figures.map(({ venue, figure, value }) => ({ series: figureSeries(venue, figure), value })),
    ...feeds.map(({ feed, value }) => ({ series: feedSeries(feed), value })),
  ];
}
