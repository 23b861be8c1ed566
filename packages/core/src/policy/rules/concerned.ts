import type { Address } from "../../chain/types.ts";
import { isBaseLike } from "../../portfolio/settlementAsset.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import type { PositionId, VenueId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { venueOf } from "../../units/ids.ts";
import { operatorOf } from "../../units/operatorOf.ts";
import type { RuleContext } from "../rule.ts";

function known({ snapshot, policy }: RuleContext): PositionId[] {
  const all = [
    ...snapshot.positions.map((each) => each.position),
    ...policy.universe.map((band) => band.position),
  ];
  return [...new Set(all)].sort(compareText);
}

/** Positions in a venue that the account has or may have. Sorted. */
export function positionsIn(context: RuleContext, venue: VenueId): PositionId[] {
  return known(context).filter((position) => venueOf(position) === venue);
}

/** Positions delegated to an operator that the account has or may have. Sorted. */
export function positionsAt(context: RuleContext, operator: Address): PositionId[] {
  return known(context).filter((position) => operatorOf(position) === operator);
}

/** Positions whose value can be lost by a protocol: held or listed, without the base asset. Sorted. */
export function watchedPositions({ snapshot, policy }: RuleContext): PositionReading[] {
  const listed = new Set(policy.universe.map((band) => band.position));
  return snapshot.positions
    .filter((held) => !isBaseLike(held.asset, snapshot.baseAsset))
    .filter((held) => held.value > 0n || listed.has(held.position))
    .toSorted((a, b) => compareText(a.position, b.position));
}

/** A position and the operator that it is delegated to. */
export type Delegated = { readonly held: PositionReading; readonly operator: Address };

/** What the account's readings have with operators, also where nothing is left of it. Sorted by position. */
export function delegatedPositions({ snapshot }: RuleContext): Delegated[] {
  return snapshot.positions
    .toSorted((a, b) => compareText(a.position, b.position))
    .flatMap((held) => {
      const operator = operatorOf(held.position);
      return operator === null ? [] : [{ held, operator }];
    });
}
