import { readTicketEvents, SourceFault } from "@ballast/adapters";
import { type AccountRef, type BlockNumber, type BlockRef, blockNumber, type Missing } from "@ballast/core";
import { type Lease, saveTicketEvents, scannedTo, ticketEventsUpTo } from "@ballast/db";
import type { Keeper } from "../service/keeper.ts";
import { type OpenTicket, openTicketsOf } from "./openTicketsOf.ts";

/** Blocks that every scan reads again, so that what a reorganisation took away or brought is seen. */
const OVERLAP = 64n;

/** What the log says of tickets up to a block; `missing` says that part of it could not be read. */
export type TicketScan = { readonly open: readonly OpenTicket[]; readonly missing: readonly Missing[] };

/**
 * Reads the chain's log for tickets from where the last scan ended, stores what it finds, and tells which are open. With an
 * empty table it begins `ticketHistoryBlocks` back, so a lost database is filled again from the chain alone.
 */
export async function scanTickets(
  keeper: Keeper,
  facts: { readonly head: BlockRef; readonly accounts: readonly AccountRef[]; readonly lease: Lease },
): Promise<TicketScan> {
  const { db, deployment, sources } = keeper;
  const { head, accounts, lease } = facts;
  const { chainId, number: toBlock } = head;
  const fromBlock = scanFrom(await scannedTo(db, chainId), { toBlock, back: keeper.ticketHistoryBlocks });
  const before = await ticketEventsUpTo(db, { chainId, upTo: toBlock });
  try {
    const known = openTicketsOf(before).map(({ ticket }) => ticket);
    const events = await readTicketEvents({
      source: sources[0],
      deployment,
      accounts,
      known,
      fromBlock,
      toBlock,
    });
    await saveTicketEvents(db, { chainId, fromBlock, toBlock, events, lease });
    return { open: openTicketsOf(await ticketEventsUpTo(db, { chainId, upTo: toBlock })), missing: [] };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    const { retry, message: detail } = error;
    return { open: openTicketsOf(before), missing: [{ subject: "ticket:log", code: "rpc", retry, detail }] };
  }
}

function scanFrom(
  scanned: BlockNumber | null,
  { toBlock, back }: { readonly toBlock: BlockNumber; readonly back: bigint },
): BlockNumber {
  const from = scanned === null ? toBlock - back : min(scanned, toBlock) + 1n - OVERLAP;
  return blockNumber(from > 0n ? from : 0n);
}

const min = (a: bigint, b: bigint) => (a < b ? a : b);
