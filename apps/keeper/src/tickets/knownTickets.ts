import {
  compareText,
  decodeCanonical,
  type Hash32,
  type Snapshot,
  type TicketEvent,
  type TicketId,
  type TicketLife,
} from "@ballast/core";
import { listProposals, listTickets, ticketEventsUpTo } from "@ballast/db";
import type { TickWork } from "../tick/tickWork.ts";
import { claimingProposals } from "./claimingProposals.ts";

/** How many of the account's proposals are looked at for the transaction that claimed a ticket. */
const PROPOSALS = 500;

/** Every ticket of an account that its state, the log or the table knows of, and what they say. */
export type KnownTickets = {
  /** Sorted. */
  readonly ids: readonly TicketId[];
  /** Oldest first. */
  readonly events: readonly TicketEvent[];
  readonly previous: ReadonlyMap<TicketId, TicketLife>;
  /** Those that a live proposal claims. */
  readonly proposed: ReadonlySet<TicketId>;
  /** Transactions in which a proposal of the account was executed. */
  readonly ownTransactions: readonly Hash32[];
};

/** Gathers what is known of the account's withdrawals up to the snapshot's block. */
export async function knownTickets(
  { keeper, account }: TickWork,
  { tickets, block }: Snapshot,
): Promise<KnownTickets> {
  const { db } = keeper;
  const rows = await listTickets(db, account);
  const stored = rows.map(({ life }) => decodeCanonical(life) as unknown as TicketLife);
  const all = await ticketEventsUpTo(db, { chainId: account.chainId, upTo: block.number });
  const own = new Set<TicketId>([
    ...stored.map(({ ticket }) => ticket),
    ...tickets.map(({ ticket }) => ticket),
    ...all.filter((event) => event.account === account.address).map(({ ticket }) => ticket),
  ]);
  const proposals = await listProposals(db, { account, limit: PROPOSALS });
  return {
    ids: [...own].sort(compareText),
    events: all.filter(({ ticket }) => own.has(ticket)),
    previous: new Map(stored.map((life) => [life.ticket, life])),
    proposed: new Set((await claimingProposals(db, proposals)).keys()),
    ownTransactions: proposals.flatMap(({ executedTxHash }) => executedTxHash ?? []),
  };
}
