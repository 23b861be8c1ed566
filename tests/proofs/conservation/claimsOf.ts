import { adapters } from "@ballast/adapters";
import type { InnerCall, TicketReading } from "@ballast/core";
import { PLACES } from "./places.ts";

/** The adapters' own calls that claim these tickets, one for each venue that has some. */
export function claimsOf(tickets: readonly TicketReading[]): readonly InnerCall[] {
  const { account, deployment } = PLACES;
  const claims = tickets.map(({ ticket, position, venue, pays, claim }) => ({
    ticket,
    position,
    venue,
    receive: pays.map(({ asset, payout }) => ({ asset, expected: payout, atLeast: payout })),
    order: claim,
  }));
  return adapters.flatMap((adapter) => {
    const own = claims.filter(({ venue }) => venue === adapter.id);
    return own.length === 0 ? [] : adapter.encodeClaims({ claims: own, account, deployment });
  });
}
