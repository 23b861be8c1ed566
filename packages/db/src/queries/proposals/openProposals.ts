import type { ProposalState } from "@ballast/core";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type ProposalRow, proposals } from "../../schema/proposals.ts";
import type { AccountKey } from "../leases/leaseName.ts";

/** States in which a transaction may still consume its nonce; an expired one with signatures is among them. */
const OPEN: ProposalState[] = ["draft", "posted", "partly-signed", "ready", "expired"];

/** Everything queued for the account that may still consume its nonce, by nonce, then hash. */
export async function openProposals(db: Database, account: AccountKey): Promise<ProposalRow[]> {
  return db
    .select()
    .from(proposals)
    .where(
      and(
        eq(proposals.chainId, account.chainId),
        eq(proposals.account, account.address),
        inArray(proposals.state, OPEN),
      ),
    )
    .orderBy(asc(proposals.nonce), asc(proposals.safeTxHash));
}
