import type { Hash32 } from "@ballast/core";
import { asc, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type ProposalEventRow, proposalEvents } from "../../schema/proposalEvents.ts";

/** The story of a proposal, oldest first. */
export async function proposalEventsOf(db: Database, safeTxHash: Hash32): Promise<ProposalEventRow[]> {
  return db
    .select()
    .from(proposalEvents)
    .where(eq(proposalEvents.safeTxHash, safeTxHash))
    .orderBy(asc(proposalEvents.id));
}
