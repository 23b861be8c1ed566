import { compareText } from "../units/compareText.ts";
import { kindOf } from "./causeOf.ts";
import type { Cause, CauseKind, LookThrough } from "./types.ts";

/** What one cause reaches: value in base units times the look-through's scale. */
export type Reach = { readonly cause: Cause; readonly weight: bigint };

/** What each cause of some kinds reaches, sorted by cause. Reaches overlap, so they may add up to more than the whole. */
export function reachOf({ slices }: LookThrough, kinds: readonly CauseKind[]): Reach[] {
  const reached = new Map<Cause, bigint>();
  for (const { causes, weight } of slices) {
    for (const cause of causes) {
      if (kinds.includes(kindOf(cause))) reached.set(cause, (reached.get(cause) ?? 0n) + weight);
    }
  }
  return [...reached]
    .map(([cause, weight]) => ({ cause, weight }))
    .toSorted((a, b) => compareText(a.cause, b.cause));
}
