import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type TicketRow, tickets } from "../../schema/tickets.ts";
import type { AccountKey } from "../leases/leaseName.ts";

/** Every ticket that was ever seen of an account, the newest first. */
export async function listTickets(db: Database, account: AccountKey): Promise<readonly TicketRow[]> {
  return db
    .select()
    .from(tickets)
    .where(and(eq(tickets.chainId, account.chainId), eq(tickets.account, account.address)))
    .orderBy(desc(tickets.firstSeenAt), desc(tickets.ticket));
}
