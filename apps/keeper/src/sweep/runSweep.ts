import { type PinnedBlock, readSweep, type Sweep } from "@ballast/adapters";
import { type AccountRef, chainFigures } from "@ballast/core";
import {
  type AccountOfTreasury,
  finishSweep,
  insertBlock,
  type Lease,
  listAccounts,
  openSweep,
  type SweepRow,
  saveDocuments,
  saveSamples,
} from "@ballast/db";
import type { Keeper } from "../service/keeper.ts";
import { scanTickets, type TicketScan } from "../tickets/scanTickets.ts";
import { readingsDocument } from "./readings.ts";
import { rollBackReorg } from "./rollBackReorg.ts";

export type SweepDone = {
  readonly row: SweepRow;
  readonly sweep: Sweep;
  readonly accounts: readonly AccountOfTreasury[];
};

/** The account as core and the adapters name it. */
export const accountRef = ({ chainId, address }: AccountOfTreasury): AccountRef => ({
  rail: "safe",
  chainId,
  address,
});

/**
 * Step 1, read: everything of one pinned block, for all accounts of the chain, once. Stores the block, the readings and
 * the rates before any account is judged.
 * @throws StaleEpochError when another keeper has taken the sweep
 */
export async function runSweep(
  keeper: Keeper,
  { pinned, lease }: { readonly pinned: PinnedBlock; readonly lease: Lease },
): Promise<SweepDone> {
  const { db, deployment, sources } = keeper;
  const { block, parentHash, heads } = pinned;
  await rollBackReorg(keeper, { pinned, lease });
  await insertBlock(db, { block, parentHash, lease });
  const accounts = await listAccounts(db, block.chainId);
  const stored = heads.map((head) => ({ ...head, number: head.number?.toString() ?? null }));
  const row = await openSweep(db, { block, trigger: "head", heads: stored, lease });
  const refs = accounts.map(accountRef);
  const tickets = await scanTickets(keeper, { head: block, accounts: refs, lease });
  const read = await readSweep({ ...pinned, deployment, sources, accounts: refs, openTickets: tickets.open });
  const sweep = withMissing(read, tickets.missing);
  const document = readingsDocument(sweep);
  await saveDocuments(db, [document]);
  await saveSamples(db, { block, values: chainFigures(sweep.chain), lease });
  const requestCounts = countRequests(keeper, sweep);
  await finishSweep(db, { sweep: row, requestCounts, readingsId: document.id, lease });
  return { row: { ...row, readingsId: document.id }, sweep, accounts };
}

/** What could not be read of the log is missing for every account: none of them can say what it is owed. */
function withMissing(sweep: Sweep, missing: TicketScan["missing"]): Sweep {
  const perAccount = sweep.perAccount.map((parts) => ({ ...parts, missing: [...parts.missing, ...missing] }));
  return { ...sweep, perAccount };
}

function countRequests(keeper: Keeper, sweep: Sweep): Readonly<Record<string, number>> {
  const counts = sweep.requests.map(({ source, requests }) => [source, requests] as const);
  for (const [source, requests] of counts) keeper.metrics.rpcRequests.inc({ source }, requests);
  return Object.fromEntries(counts);
}
