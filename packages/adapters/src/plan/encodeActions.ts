import { type Claim, compareText, type InnerCall, type Plan, type VenueId } from "@ballast/core";
import { ActionRefused } from "../ActionRefused.ts";
import type { VenueAdapter } from "../adapter.ts";
import type { Deployment } from "../deployment/types.ts";
import { adapters } from "../registry.ts";

function adapterOf({ venue, position }: Pick<Claim, "venue" | "position">): VenueAdapter {
  const adapter = adapters.find(({ id }) => id === venue);
  if (adapter !== undefined) return adapter;
  const limit = `one of ${adapters.map(({ id }) => id).join(", ")}`;
  throw new ActionRefused(position, { field: "venue", value: venue, limit });
}

/** Claims by venue, venues in ascending order, so that each venue is called once. */
function byVenue(claims: readonly Claim[]): readonly (readonly [Claim, ...Claim[]])[] {
  const groups = new Map<VenueId, [Claim, ...Claim[]]>();
  for (const claim of claims) {
    const group = groups.get(claim.venue);
    if (group === undefined) groups.set(claim.venue, [claim]);
    else group.push(claim);
  }
  return [...groups.values()].toSorted(([a], [b]) => compareText(a.venue, b.venue));
}

/**
 * The calls of a plan, each encoded by its venue: claims first, since what they pay may be spent; then trades; then
 * requests for withdrawal. The deadline check that comes before them is added by `buildBatch`. Pure: the same plan
 * gives the same calls.
 *
 * @throws ActionRefused for the first of them that its venue or route cannot do. Nothing is encoded of the plan then.
 */
export function encodeActions(plan: Plan, deployment: Deployment): readonly InnerCall[] {
  const { account } = plan;
  return [
    ...byVenue(plan.claims).flatMap((claims) =>
      adapterOf(claims[0]).encodeClaims({ claims, account, deployment }),
    ),
    ...plan.actions.flatMap((action) => adapterOf(action).encode({ action, account, deployment })),
    ...plan.requests.flatMap((request) => adapterOf(request).encodeRequest({ request, account, deployment })),
  ];
}
