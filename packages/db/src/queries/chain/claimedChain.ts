import type { Database } from "../../client/database.ts";
import { type ChainIdentityRow, chainIdentity } from "../../schema/chainIdentity.ts";

/** The chain that this database is tied to; undefined while it is tied to none. */
export async function claimedChain(db: Database): Promise<ChainIdentityRow | undefined> {
  const [row] = await db.select().from(chainIdentity);
  return row;
}
