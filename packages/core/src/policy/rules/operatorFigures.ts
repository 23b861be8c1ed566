import type { Address } from "../../chain/types.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import type { VenueFigure } from "../../snapshot/venueFigure.ts";
import type { PositionId, VenueId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";

type Wanted = {
  readonly venue: VenueId;
  readonly kind: "magnitude" | "slashable";
  readonly operator: Address;
  /** Names of the strategies meant, as figures may have them. */
  readonly strategies: readonly string[];
};

/**
 * Figures of an operator for the strategies meant; for all of its strategies when none of them is named so, because a slash that could be meant must
 * not be passed over. Sorted by figure.
 */
export function operatorFigures(snapshot: Snapshot, wanted: Wanted): readonly VenueFigure[] {
  const prefix = `${wanted.kind}:${wanted.operator}:`;
  const all = snapshot.figures
    .filter((each) => each.venue === wanted.venue && each.figure.startsWith(prefix))
    .toSorted((a, b) => compareText(a.figure, b.figure));
  const named = all.filter((each) => wanted.strategies.includes(each.figure.slice(prefix.length)));
  return named.length > 0 ? named : all;
}

/** What a figure may call the strategy of `<venue>:<form>@<operator>`: its address, as the position's exit states it, or its form. */
export function strategiesOf({ exits }: Snapshot, position: PositionId): readonly string[] {
  const form = position.slice(position.indexOf(":") + 1).replace(/@.*$/, "");
  const terms = exits.filter((each) => each.position === position).map((each) => each.terms);
  return [form, ...terms.flatMap((each) => (each.kind === "eigenlayer-queue" ? [each.strategy] : []))];
}
