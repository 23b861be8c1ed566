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

/** Series of what the best pool takes of an asset within the policy's slippage ceiling, in base units. */
export function depthSeries(asset: AssetId): string {
  return `depth:${asset}`;
}

/** Series of a price feed's answers, with the feed's own decimals. */
export function feedSeries(feed: string): string {
  return `feed:${feed}`;
}

/** Series of a part of the account's own Safe, as safeFigures gives it. */
export function safeSeries(field: string): string {
  return `safe:${field}`;
}
