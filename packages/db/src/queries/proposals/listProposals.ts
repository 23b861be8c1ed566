import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type ProposalRow, proposals } from "../../schema/proposals.ts";
import type { AccountKey } from "../leases/leaseName.ts";

/** Proposals of the account in any state, highest nonce first, then newest first. */
export async function listProposals(
  db: Database,
  { account, limit }: { account: AccountKey; limit: number },
): Promise<ProposalRow[]> {
  return db
    .select()
    .from(proposals)
    .where(and(eq(proposals.chainId, account.chainId), eq(proposals.account, account.address)))
    .orderBy(desc(proposals.nonce), desc(proposals.proposedAt), desc(proposals.safeTxHash))
    .limit(limit);
}
