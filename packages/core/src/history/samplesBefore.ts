import type { BlockNumber } from "../units/brands.ts";
import { seriesOf } from "./seriesOf.ts";
import type { HistorySlice, Sample } from "./types.ts";

/** Samples of a series from blocks before `block`, ascending: whether or not the slice already holds the block itself. */
export function samplesBefore(
  slice: HistorySlice,
  { id, block }: { readonly id: string; readonly block: BlockNumber },
): readonly Sample[] {
  return seriesOf(slice, id).filter((each) => each.block < block);
}
