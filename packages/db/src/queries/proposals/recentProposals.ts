import type { UnixSeconds } from "@ballast/core";
import { and, asc, eq, gte, or } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type ProposalRow, proposals } from "../../schema/proposals.ts";
import type { AccountKey } from "../leases/leaseName.ts";

/** Proposals of the account proposed or executed at this block time or later, by proposal time, then hash. */
export async function recentProposals(
  db: Database,
  { account, since }: { account: AccountKey; since: UnixSeconds },
): Promise<ProposalRow[]> {
  return db
    .select()
    .from(proposals)
    .where(
      and(
        eq(proposals.chainId, account.chainId),
        eq(proposals.account, account.address),
        or(gte(proposals.proposedAt, since), gte(proposals.executedAt, since)),
      ),
    )
    .orderBy(asc(proposals.proposedAt), asc(proposals.safeTxHash));
}
