import { eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type SweepRow, sweeps } from "../../schema/sweeps.ts";

/** One sweep; undefined when there is none of this id. */
export async function sweepById(db: Database, id: bigint): Promise<SweepRow | undefined> {
  const [row] = await db.select().from(sweeps).where(eq(sweeps.id, id));
  return row;
}
