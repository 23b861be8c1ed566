import type { Hash32 } from "@ballast/core";
import { eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type ProposalRow, proposals } from "../../schema/proposals.ts";

/** One proposal; undefined when this transaction is not known. */
export async function proposalByHash(db: Database, safeTxHash: Hash32): Promise<ProposalRow | undefined> {
  const [row] = await db.select().from(proposals).where(eq(proposals.safeTxHash, safeTxHash));
  return row;
}
