import { type BlockNumber, encodeCanonical, type TicketEvent } from "@ballast/core";
import { and, eq, gte, lte, sql } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { ticketEvents } from "../../schema/ticketEvents.ts";
import { ticketScans } from "../../schema/ticketScans.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { sweepLeaseName } from "../leases/leaseName.ts";

export type ScannedTickets = {
  readonly chainId: bigint;
  readonly fromBlock: BlockNumber;
  readonly toBlock: BlockNumber;
  /** Every event of the range, both ends included. */
  readonly events: readonly TicketEvent[];
  readonly lease: Lease;
};

/**
 * Stores what a scan of a range of blocks found, and how far it got, in one transaction. What an earlier scan had found in
 * that range and this one did not is no longer canonical.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function saveTicketEvents(db: Database, scanned: ScannedTickets): Promise<void> {
  const { chainId, fromBlock, toBlock, events, lease } = scanned;
  const epoch = epochUnder(lease, sweepLeaseName(chainId));
  const rows = events.map((event) => ({
    chainId,
    epoch,
    ticket: event.ticket,
    account: event.account,
    blockNumber: event.block,
    blockHash: event.blockHash,
    logIndex: event.logIndex,
    event: encodeCanonical(event),
  }));
  const inRange = and(
    eq(ticketEvents.chainId, chainId),
    gte(ticketEvents.blockNumber, fromBlock),
    lte(ticketEvents.blockNumber, toBlock),
  );
  await typedErrors(() =>
    db.transaction(async (transaction) => {
      await transaction.update(ticketEvents).set({ canonical: false, epoch }).where(inRange);
      if (rows.length > 0) {
        const again = { canonical: true, event: sql`excluded.event`, epoch };
        const key = [
          ticketEvents.chainId,
          ticketEvents.blockHash,
          ticketEvents.logIndex,
          ticketEvents.ticket,
        ];
        await transaction.insert(ticketEvents).values(rows).onConflictDoUpdate({ target: key, set: again });
      }
      await transaction
        .insert(ticketScans)
        .values({ chainId, epoch, scannedTo: toBlock })
        .onConflictDoUpdate({ target: ticketScans.chainId, set: { scannedTo: toBlock, epoch } });
    }),
  );
}
