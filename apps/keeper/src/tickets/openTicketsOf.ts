import type { Address, TicketEvent, TicketId } from "@ballast/core";

/** A ticket that its events say is still to be claimed, and whose it is. */
export type OpenTicket = { readonly account: Address; readonly ticket: TicketId };

/**
 * Tickets that were requested and neither claimed nor given away since, by the account that the request names. An invalidated one stays: it can be
 * made valid again, and until then pays nothing. `events` are oldest first.
 */
export function openTicketsOf(events: readonly TicketEvent[]): readonly OpenTicket[] {
  const open = new Map<TicketId, OpenTicket>();
  for (const { kind, ticket, account } of events) {
    if (kind === "requested" && account !== null) open.set(ticket, { account, ticket });
    if (kind === "claimed" || kind === "transferred-away") open.delete(ticket);
  }
  return [...open.values()];
}
