import {
  type BlockNumber,
  expectedTime,
  type Snapshot,
  type TicketEvent,
  type TicketId,
  type TicketLife,
  type TicketReading,
  ticketLife,
} from "@ballast/core";
import type { TicketStatus } from "./ticketStatus.ts";

/** A ticket as the keeper last stored it, and the block that it stood so at. */
type StoredTicket = { readonly life: TicketLife; readonly asOfBlock: BlockNumber };

type Known = {
  /** The newest that counts. */
  readonly snapshot: Pick<Snapshot, "block" | "tickets">;
  readonly stored: readonly StoredTicket[];
  /** What the log says up to the snapshot's block, oldest first; other accounts' too. */
  readonly events: readonly TicketEvent[];
  /** Which proposal claims which ticket. */
  readonly claiming: ReadonlyMap<TicketId, NonNullable<TicketStatus["proposal"]>>;
};

const OVER: readonly TicketLife["state"][] = ["claimed", "reconciled", "lost"];

/**
 * Every exit of one account, those under way before those that are over, the newest first. The newest snapshot says where each stands and what it pays; what is stored
 * adds what the chain no longer tells. One that is open and not in the snapshot keeps its stored figures, with their block.
 */
export function ticketStatuses(known: Known): readonly TicketStatus[] {
  const read = known.snapshot.tickets.map((reading) => fromReading(reading, known));
  const inReading = new Set(known.snapshot.tickets.map(({ ticket }) => ticket));
  const others = known.stored
    .filter(({ life }) => !inReading.has(life.ticket))
    .map(({ life, asOfBlock }) => statusOf(life, { known, asOfBlock, source: null }));
  return [...read, ...others].toSorted(
    (a, b) => Number(a.isOver) - Number(b.isOver) || newestFirst(a.life, b.life),
  );
}

const since = ({ endedAt, requestedAt }: TicketLife) => endedAt ?? requestedAt ?? 0n;
const newestFirst = (a: TicketLife, b: TicketLife) => Number(since(b) - since(a));

function fromReading(reading: TicketReading, known: Known): TicketStatus {
  const { ticket, source } = reading;
  const life = ticketLife({
    ticket,
    events: known.events.filter((event) => event.ticket === ticket),
    reading,
    previous: known.stored.find((each) => each.life.ticket === ticket)?.life ?? null,
    isProposed: known.claiming.has(ticket),
    ownTransactions: [],
    due: null,
  });
  return statusOf(life, { known, asOfBlock: known.snapshot.block.number, source });
}

type Read = Pick<TicketStatus, "asOfBlock" | "source"> & { readonly known: Known };

function statusOf(life: TicketLife, { known, asOfBlock, source }: Read): TicketStatus {
  const { ticket, claimableFrom } = life;
  const request = known.events.find((event) => event.ticket === ticket && event.kind === "requested");
  return {
    life,
    requestedIn: request?.transactionHash ?? null,
    proposal: known.claiming.get(ticket) ?? null,
    claimableAt: claimableFrom === null ? null : expectedTime(claimableFrom, { after: known.snapshot.block }),
    asOfBlock,
    source,
    isOver: OVER.includes(life.state),
  };
}
