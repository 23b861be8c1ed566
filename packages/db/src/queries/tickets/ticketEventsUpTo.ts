import { type BlockNumber, decodeCanonical, type TicketEvent } from "@ballast/core";
import { and, asc, eq, lte } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { ticketEvents } from "../../schema/ticketEvents.ts";

/** The canonical ticket events of a chain up to a block, oldest first. */
export async function ticketEventsUpTo(
  db: Database,
  { chainId, upTo }: { readonly chainId: bigint; readonly upTo: BlockNumber },
): Promise<readonly TicketEvent[]> {
  const rows = await db
    .select({ event: ticketEvents.event })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.chainId, chainId),
        eq(ticketEvents.canonical, true),
        lte(ticketEvents.blockNumber, upTo),
      ),
    )
    .orderBy(asc(ticketEvents.blockNumber), asc(ticketEvents.logIndex));
  return rows.map(({ event }) => decodeCanonical(event) as unknown as TicketEvent);
}
