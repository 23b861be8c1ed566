import { decodeCanonical, type Snapshot, type TicketLife } from "@ballast/core";
import {
  type AccountRow,
  type Database,
  documentById,
  listProposals,
  listTickets,
  listTicks,
  ticketEventsUpTo,
} from "@ballast/db";
import type { AccountTickets } from "./accountTickets.ts";
import { claimingProposals } from "./claimingProposals.ts";
import { ticketStatuses } from "./ticketStatuses.ts";

/** Ticks looked back at for one that ended and still counts. */
const LOOK_BACK = 40;
/** Proposals looked at for those that claim. */
const PROPOSALS = 500;

/** The exits of one account, as the database has them; nothing is asked of a chain. */
export async function loadTickets(db: Database, account: AccountRow): Promise<AccountTickets> {
  const snapshot = await newestSnapshot(db, account);
  if (snapshot === null) return { account, block: null, statuses: [], missing: [] };
  const { block, missing } = snapshot;
  const stored = (await listTickets(db, account)).map(({ life, asOfBlock }) => ({
    life: decodeCanonical(life) as unknown as TicketLife,
    asOfBlock,
  }));
  const events = await ticketEventsUpTo(db, { chainId: account.chainId, upTo: block.number });
  const claiming = await claimingProposals(db, await listProposals(db, { account, limit: PROPOSALS }));
  return {
    account,
    block,
    statuses: ticketStatuses({ snapshot, stored, events, claiming }),
    missing: missing.filter(({ subject }) => /^(ticket|venue):/.test(subject)),
  };
}

async function newestSnapshot(db: Database, account: AccountRow): Promise<Snapshot | null> {
  const ticks = await listTicks(db, { account, limit: LOOK_BACK });
  const ended = ticks.find(
    ({ canonical, snapshotId, finishedAt }) => canonical && snapshotId !== null && finishedAt !== null,
  );
  const document = ended?.snapshotId ? await documentById(db, ended.snapshotId) : undefined;
  return (document?.value as unknown as Snapshot | undefined) ?? null;
}
