import { pinBlock, readClaimDue, readSweep, readTicketEvents } from "@ballast/adapters";
import {
  type BlockNumber,
  blockNumber,
  buildSnapshot,
  type Snapshot,
  type TicketEvent,
  type TicketId,
  type TicketLife,
  ticketLife,
} from "@ballast/core";
import type { LedgerChain } from "./openLedgerChain.ts";
import { PLACES } from "./places.ts";

/** The account as the keeper reads it at the head: one pinned sweep, and the lives of its tickets. */
export type Books = {
  readonly snapshot: Snapshot;
  /** Of every ticket that there ever was, by its id. */
  readonly lives: ReadonlyMap<TicketId, TicketLife>;
};

const { deployment, account } = PLACES;
const nothing = { reading: null, previous: null, isProposed: false, ownTransactions: [], due: null };

const byTicket = (events: readonly TicketEvent[]): ReadonlyMap<TicketId, readonly TicketEvent[]> =>
  Map.groupBy(events, ({ ticket }) => ticket);

/** What the claim had to pay; asked for once, when it is first seen. */
async function dueOf(
  { source }: LedgerChain,
  { life, events }: { readonly life: TicketLife | undefined; readonly events: readonly TicketEvent[] },
) {
  const claim = events.at(-1);
  if (claim?.kind !== "claimed" || life?.state === "reconciled") return null;
  return readClaimDue({ source, deployment, account, ticket: claim.ticket, blockHash: claim.blockHash });
}

/**
 * Reads the account as the keeper does, from the adapters alone: which tickets are open the log says, what they and the positions are worth
 * the state at the pinned block.
 */
export async function readBooks(
  chain: LedgerChain,
  { from, previous }: { readonly from: BlockNumber; readonly previous: Books | null },
): Promise<Books> {
  const { source } = chain;
  const pin = { sources: [source], lagRetries: 0, pause: () => Promise.resolve(), maxLag: 0n };
  const { block, baseFee, heads } = await pinBlock({ chainId: deployment.chainId, ...pin });
  const events = byTicket(
    await readTicketEvents({
      source,
      deployment,
      accounts: [account],
      fromBlock: from,
      toBlock: blockNumber(block.number),
    }),
  );
  const openTickets = [...events]
    .filter(([ticket, own]) => ticketLife({ ...nothing, ticket, events: own }).state === "requested")
    .map(([ticket]) => ({ account: account.address, ticket }));
  const [parts] = (
    await readSweep({
      deployment,
      sources: [source],
      block,
      baseFee,
      heads,
      accounts: [account],
      openTickets,
    })
  ).perAccount;
  if (parts === undefined) throw new TypeError("the sweep read no account");
  const snapshot = buildSnapshot(parts);
  const lives = new Map<TicketId, TicketLife>();
  for (const ticket of new Set([...events.keys(), ...snapshot.tickets.map((each) => each.ticket)])) {
    const own = events.get(ticket) ?? [];
    const life = previous?.lives.get(ticket);
    if (life?.state === "reconciled") lives.set(ticket, life);
    else {
      const reading = snapshot.tickets.find((each) => each.ticket === ticket) ?? null;
      const due = reading === null ? await dueOf(chain, { life, events: own }) : null;
      lives.set(
        ticket,
        ticketLife({ ...nothing, ticket, events: own, reading, previous: life ?? null, due }),
      );
    }
  }
  return { snapshot, lives };
}
