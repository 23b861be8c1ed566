import type { AccountRef, Address, TicketEvent, TicketId } from "@ballast/core";

export type Owners = { readonly accounts: readonly AccountRef[]; readonly known?: readonly TicketId[] };

/** One log is one event for a ticket; of a ticket that goes from one account to another of the same treasury it is the receipt. */
function oncePerLog(events: readonly TicketEvent[]): readonly TicketEvent[] {
  const keyOf = ({ blockHash, logIndex, ticket }: TicketEvent) => `${blockHash}:${logIndex}:${ticket}`;
  const kept = new Map<string, TicketEvent>();
  for (const event of events) {
    const key = keyOf(event);
    if (!kept.has(key) || event.kind === "requested") kept.set(key, event);
  }
  return [...kept.values()];
}

/**
 * The events that are about tickets of the accounts, in their order. One that names no account gets that of the ticket's
 * request in the range, where there is one; a ticket that is `known` is theirs even without.
 */
export function ownEvents(
  events: readonly TicketEvent[],
  { accounts, known = [] }: Owners,
): readonly TicketEvent[] {
  const own = new Set<Address>(accounts.map(({ address }) => address));
  const before = new Set(known);
  const holders = new Map<TicketId, Address>();
  const kept = events.flatMap((event) => {
    const { kind, ticket } = event;
    const account = event.account ?? holders.get(ticket) ?? null;
    if (kind === "requested" && account !== null) holders.set(ticket, account);
    const isOwn = account === null ? before.has(ticket) : own.has(account);
    return isOwn ? [{ ...event, account }] : [];
  });
  return oncePerLog(kept);
}
