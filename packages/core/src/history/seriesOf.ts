import type { AssetId, VenueId } from "../units/brands.ts";
import type { HistorySlice, Sample } from "./types.ts";

/** Samples of one series, ascending in time; empty when the slice has none. */
export function seriesOf(slice: HistorySlice, id: string): readonly Sample[] {
  return slice.series.find((each) => each.id === id)?.samples ?? [];
}

/** Series of an asset's accounting rate. */
export function rateSeries(asset: AssetId): string {
  return `rate:${asset}`;
}

/** Series of what a sale of the guard's size got per unit sold. */
export function marketSeries(asset: AssetId): string {
  return `market:${asset}`;
}

/** Series of a figure that a venue states, in the figure's own unit. */
export function figureSeries(venue: VenueId, figure: string): string {
  return `figure:${venue}:${figure}`;
}
