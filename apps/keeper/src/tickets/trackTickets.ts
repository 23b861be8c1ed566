import { readClaimDue } from "@ballast/adapters";
import {
  type AssetAmount,
  compareText,
  type Hash32,
  type Snapshot,
  type TicketEvent,
  type TicketId,
  type TicketLife,
  ticketLife,
} from "@ballast/core";
import { appendAudit, saveTickets } from "@ballast/db";
import type { TickWork } from "../tick/tickWork.ts";
import { type KnownTickets, knownTickets } from "./knownTickets.ts";

/** A claim that could not be reconciled is looked at again within so many blocks: about a day. */
const LOOKED_AT_AGAIN = 7_200n;

/**
 * Brings every withdrawal of the account to where the chain says it stands, and keeps that for people to see. Nothing decides from what is
 * stored: the next tick works it out again, and a lost table is filled again.
 */
export async function trackTickets(work: TickWork, snapshot: Snapshot): Promise<void> {
  const known = await knownTickets(work, snapshot);
  const lives: TicketLife[] = [];
  for (const ticket of known.ids) {
    const previous = known.previous.get(ticket) ?? null;
    const events = known.events.filter((event) => event.ticket === ticket);
    if (isOver(previous, events)) continue;
    const life = await lifeOf(work, { ticket, events, previous, known, snapshot });
    await tell(work, { life, previous });
    lives.push(life);
  }
  const { keeper, account, lane } = work;
  await saveTickets(keeper.db, { account, asOfBlock: snapshot.block.number, lives, lease: lane });
}

/** Reconciled, and the log still ends with the same claim. */
function isOver(previous: TicketLife | null, events: readonly TicketEvent[]): boolean {
  return previous?.state === "reconciled" && events.at(-1)?.transactionHash === previous.endedIn;
}

type Traced = {
  readonly ticket: TicketId;
  readonly events: readonly TicketEvent[];
  readonly previous: TicketLife | null;
  readonly known: KnownTickets;
  readonly snapshot: Snapshot;
};

async function lifeOf(work: TickWork, traced: Traced): Promise<TicketLife> {
  const { ticket, events, previous, known, snapshot } = traced;
  const reading = snapshot.tickets.find((each) => each.ticket === ticket) ?? null;
  return ticketLife({
    ticket,
    events,
    reading,
    previous,
    isProposed: known.proposed.has(ticket),
    ownTransactions: known.ownTransactions,
    due: reading === null ? await dueOf(work, traced) : null,
  });
}

/** What the claim had to pay. Read when the claim is first seen, and again for a while where that failed. */
async function dueOf(
  { keeper, account }: TickWork,
  { ticket, events, previous, snapshot }: Traced,
): Promise<readonly AssetAmount[] | null> {
  const claim = events.at(-1);
  if (claim?.kind !== "claimed") return null;
  const isOld = snapshot.block.number - claim.block > LOOKED_AT_AGAIN;
  if (isOld && previous?.state === "claimed") return null;
  const { deployment, sources } = keeper;
  const { blockHash } = claim;
  return readClaimDue({ source: sources[0], deployment, account, ticket, blockHash });
}

/** A step of a withdrawal's life is in the log and in the audit. */
async function tell(
  { keeper, account, tick }: TickWork,
  { life, previous }: { readonly life: TicketLife; readonly previous: TicketLife | null },
): Promise<void> {
  const { ticket, state, claimedBy } = life;
  if (previous?.state === state) return;
  const from = previous?.state ?? null;
  keeper.log.info({ account: account.address, ticket, from, to: state, claimedBy }, "ticket moved");
  const endedIn: Hash32 | null = life.endedIn;
  await appendAudit(keeper.db, {
    actor: keeper.instance,
    kind: `ticket.${state}`,
    payload: { account: account.address, ticket, from, claimedBy, endedIn, tick: tick.id, ...amounts(life) },
  });
}

/** Promised, received and lost of each asset, as the audit keeps them. */
function amounts({ figures }: TicketLife) {
  const sorted = figures.toSorted((a, b) => compareText(a.asset, b.asset));
  return {
    figures: sorted.map(({ asset, promised, received, loss }) => ({ asset, promised, received, loss })),
  };
}
