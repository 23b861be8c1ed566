import type { VenueFigure } from "../../snapshot/venueFigure.ts";
import type { PositionId, VenueId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import type { RuleContext } from "../rule.ts";
import { positionsIn } from "./concerned.ts";

/** Figures of one venue, and the positions that the account has or may have there. */
export type VenueFigures = {
  readonly venue: VenueId;
  readonly figures: readonly VenueFigure[];
  readonly positions: readonly PositionId[];
};

/** Figures that a guard looks at, by venue, of the venues that the account is or may be in. Venues without any are left out. Sorted. */
export function concernedFigures(context: RuleContext, isOf: (figure: string) => boolean): VenueFigures[] {
  const wanted = context.snapshot.figures
    .filter((each) => isOf(each.figure))
    .toSorted((a, b) => compareText(a.figure, b.figure));
  return [...new Set(wanted.map((each) => each.venue))]
    .sort(compareText)
    .map((venue) => ({
      venue,
      figures: wanted.filter((each) => each.venue === venue),
      positions: positionsIn(context, venue),
    }))
    .filter(({ positions }) => positions.length > 0);
}
