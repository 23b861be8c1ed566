import { asc, eq, getTableColumns } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type AccountRow, accounts } from "../../schema/accounts.ts";
import { treasuries } from "../../schema/treasuries.ts";

export type AccountOfTreasury = AccountRow & { readonly treasuryName: string };

/** Every account of the chain, in the order in which they were added. */
export async function listAccounts(db: Database, chainId: bigint): Promise<AccountOfTreasury[]> {
  return db
    .select({ ...getTableColumns(accounts), treasuryName: treasuries.name })
    .from(accounts)
    .innerJoin(treasuries, eq(treasuries.id, accounts.treasuryId))
    .where(eq(accounts.chainId, chainId))
    .orderBy(asc(accounts.createdAt), asc(accounts.name), asc(accounts.address));
}
