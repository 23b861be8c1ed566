import { desc, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type SweepRow, sweeps } from "../../schema/sweeps.ts";

/** The newest sweep of a chain, ended or not. */
export async function latestSweep(db: Database, chainId: bigint): Promise<SweepRow | undefined> {
  const [row] = await db
    .select()
    .from(sweeps)
    .where(eq(sweeps.chainId, chainId))
    .orderBy(desc(sweeps.id))
    .limit(1);
  return row;
}
