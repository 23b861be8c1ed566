import { compareText, isBaseLike, type Policy, type PositionId, venueOf } from "@ballast/core";

/**
 * A policy as it would be for another position: where it does not list that one already, the largest of its bands that is not idle money becomes it, with that band's
 * numbers, and so does the cap of that band's protocol. What stays the same is everything that the policy's people chose; what changes is the name.
 */
export function withPosition(policy: Policy, position: PositionId): Policy {
  if (policy.universe.some((band) => band.position === position)) return policy;
  const formOf = (id: PositionId) => id.slice(id.indexOf(":") + 1) as Parameters<typeof isBaseLike>[0];
  const [replaced] = policy.universe
    .filter((band) => !isBaseLike(formOf(band.position), policy.baseAsset))
    .filter((band) => venueOf(band.position) !== "lido")
    .toSorted((a, b) => Number(b.target - a.target));
  if (replaced === undefined) return policy;
  const [gone, come] = [venueOf(replaced.position), venueOf(position)];
  const universe = policy.universe.map((band) => (band === replaced ? { ...band, position } : band));
  const protocols = policy.caps.protocols.map((cap) => (cap.venue === gone ? { ...cap, venue: come } : cap));
  return {
    ...policy,
    universe: universe.toSorted((a, b) => compareText(a.position, b.position)),
    caps: { ...policy.caps, protocols: protocols.toSorted((a, b) => compareText(a.venue, b.venue)) },
  };
}
