import type { Action, Claim, Plan, RequestOrder, VenueId, WithdrawalRequest } from "@ballast/core";

/** Calls inside a batch: index of the first, counted from the deadline check at 0, and how many. */
export type Place = { readonly index: bigint; readonly count: bigint };

/** All claims of one venue, which are one call. */
export type ClaimsPart = Place & { readonly venue: VenueId; readonly claims: readonly Claim[] };

/** Where every part of a plan lies in its batch. `total` counts all calls, the deadline check included. */
export type BatchLayout = {
  readonly claims: readonly ClaimsPart[];
  readonly actions: readonly (Place & { readonly action: Action })[];
  readonly requests: readonly (Place & { readonly request: WithdrawalRequest })[];
  readonly total: bigint;
};

const CALLS_PER_ACTION = 2n;

/** An approval goes before what spends it; EigenLayer is asked without one, ether.fi once for each amount. */
function callsOf(order: RequestOrder): bigint {
  if (order.kind === "etherfi-queue") return 1n + BigInt(order.amounts.length);
  return order.kind === "lido-queue" ? 2n : 1n;
}

/**
 * The order of a batch: the deadline check, one call of claims for each venue that has some (venues ascending), two
 * calls for each trade, then the requests.
 */
export function batchLayout({ claims, actions, requests }: Plan): BatchLayout {
  let next = 1n;
  const place = (count: bigint): Place => {
    const index = next;
    next += count;
    return { index, count };
  };
  const venues = [...new Set(claims.map(({ venue }) => venue))].sort();
  return {
    claims: venues.map((venue) => ({
      ...place(1n),
      venue,
      claims: claims.filter((claim) => claim.venue === venue),
    })),
    actions: actions.map((action) => ({ ...place(CALLS_PER_ACTION), action })),
    requests: requests.map((request) => ({ ...place(callsOf(request.order)), request })),
    total: next,
  };
}
