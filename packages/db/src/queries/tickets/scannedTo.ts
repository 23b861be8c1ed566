import type { BlockNumber } from "@ballast/core";
import { eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { ticketScans } from "../../schema/ticketScans.ts";

/** The last block whose logs were read for tickets; null when none were, or the table was lost. */
export async function scannedTo(db: Database, chainId: bigint): Promise<BlockNumber | null> {
  const [row] = await db.select().from(ticketScans).where(eq(ticketScans.chainId, chainId));
  return row?.scannedTo ?? null;
}
