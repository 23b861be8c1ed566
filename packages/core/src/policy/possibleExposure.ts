import type { Bps, PositionId, VenueId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { venueOf } from "../units/ids.ts";
import { max, min } from "../units/order.ts";
import { BPS_ONE } from "../units/share.ts";
import type { Policy } from "./policy.ts";

/** The largest share of the account's value that entries may bring a position or a venue to. */
export type PossibleExposure = {
  readonly kind: "position" | "venue";
  readonly id: PositionId | VenueId;
  readonly share: Bps;
};

/** What is left of the whole when everything else keeps its minimum. */
function beside({ universe }: Policy, isOwn: (position: PositionId) => boolean): bigint {
  return universe.reduce((left, band) => (isOwn(band.position) ? left : left - band.min), BPS_ONE as bigint);
}

function capOf({ caps }: Policy, venue: VenueId): bigint {
  return caps.protocols.find((cap) => cap.venue === venue)?.max ?? BPS_ONE;
}

function sharesOf(policy: Policy): readonly PossibleExposure[] {
  return policy.universe
    .filter(({ position }) => !position.startsWith("idle:"))
    .map((band) => {
      const left = beside(policy, (position) => position === band.position);
      const least = min(min<bigint>(band.max, capOf(policy, venueOf(band.position))), max(left, 0n));
      return { kind: "position", id: band.position, share: least as Bps };
    });
}

/**
 * What a policy lets entries bring each position and each venue to, by its bands, its caps and the minima of all else: positions first, each sorted by
 * id. Idle money is no exposure. What is not listed has none. Prices may carry a position further; then nothing is added.
 */
export function possibleExposure(policy: Policy): readonly PossibleExposure[] {
  const positions = sharesOf(policy);
  const venues = [...new Set(positions.map(({ id }) => venueOf(id as PositionId)))].sort(compareText);
  return [
    ...positions.toSorted((a, b) => compareText(a.id, b.id)),
    ...venues.map((venue): PossibleExposure => {
      const within = positions.filter(({ id }) => venueOf(id as PositionId) === venue);
      const sum = within.reduce((total, { share }) => total + share, 0n);
      const left = beside(policy, (position) => venueOf(position) === venue);
      return { kind: "venue", id: venue, share: min(min(sum, capOf(policy, venue)), max(left, 0n)) as Bps };
    }),
  ];
}
