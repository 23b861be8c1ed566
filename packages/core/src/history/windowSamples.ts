import type { Source } from "../chain/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { VenueId } from "../units/brands.ts";
import { guardWindow } from "./guardWindow.ts";
import { samplesBefore } from "./samplesBefore.ts";
import { figureSeries } from "./seriesOf.ts";
import type { Sample } from "./types.ts";

type Compared = Pick<RuleContext, "snapshot" | "history" | "policy">;

/**
 * What the guards compare this block with: from the newest sample at or before the start of their window, or the first one after it, to the last
 * before this block, ascending. Empty when nothing was stored.
 */
export function windowSamples(
  { snapshot: { block }, history, policy }: Compared,
  series: string,
): readonly Sample[] {
  const samples = samplesBefore(history, { id: series, block: block.number });
  const opens = block.timestamp - guardWindow(policy);
  const first = samples.findLastIndex((each) => each.timestamp <= opens);
  return samples.slice(Math.max(first, 0));
}

/** As windowSamples, for a figure of a venue. */
export function figureBefore(
  context: Compared,
  { venue, figure }: { readonly venue: VenueId; readonly figure: string },
): readonly Sample[] {
  return windowSamples(context, figureSeries(venue, figure));
}

/** The largest sample, the oldest of equals; undefined of none. */
export function highest(samples: readonly Sample[]): Sample | undefined {
  return samples.reduce<Sample | undefined>(
    (top, each) => (top && top.value >= each.value ? top : each),
    undefined,
  );
}

/** The smallest sample, the oldest of equals; undefined of none. */
export function lowest(samples: readonly Sample[]): Sample | undefined {
  return samples.reduce<Sample | undefined>(
    (low, each) => (low && low.value <= each.value ? low : each),
    undefined,
  );
}

/** A stored sample as evidence. */
export function sampleSource(series: string, { block }: Sample): Source {
  return { kind: "history", series, fromBlock: block, toBlock: block };
}
