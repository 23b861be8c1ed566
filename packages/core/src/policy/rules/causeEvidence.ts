import type { Source } from "../../chain/types.ts";
import { causeIdOf, kindOf } from "../../exposure/causeOf.ts";
import type { Cause, LookThrough } from "../../exposure/types.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import type { PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";

/** Positions that some of the causes reach, sorted. */
export function reachedPositions({ slices }: LookThrough, causes: readonly Cause[]): PositionId[] {
  const reached = slices.filter((slice) => slice.causes.some((cause) => causes.includes(cause)));
  return [...new Set(reached.map(({ position }) => position))].sort(compareText);
}

/** Where it was read what the account holds there, and where it is stated that it depends on the causes. */
export function causeEvidence(
  { positions, exposures = [] }: Snapshot,
  { through, causes }: { readonly through: LookThrough; readonly causes: readonly Cause[] },
): Source[] {
  const reached = reachedPositions(through, causes);
  const held = positions
    .filter(({ position }) => reached.includes(position))
    .toSorted((a, b) => compareText(a.position, b.position))
    .map(({ source }) => source);
  const stated = exposures
    .filter(({ kind, parts }) =>
      causes.some((cause) => kindOf(cause) === kind && parts.some(({ id }) => id === causeIdOf(cause))),
    )
    .map(({ source, asOf }) => ({ source, asOf }))
    .toSorted((a, b) => compareText(a.source, b.source) || compareText(a.asOf, b.asOf));
  return [
    ...held,
    ...stated.map(({ source, asOf }): Source => ({ kind: "document", document: source, asOf })),
  ];
}
