import { eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { ticks } from "../../schema/ticks.ts";
import { selectTicks, type TickRecord } from "./tickRecord.ts";

/** One tick; undefined when there is none of this id. */
export async function tickById(db: Database, id: bigint): Promise<TickRecord | undefined> {
  const [row] = await selectTicks(db).where(eq(ticks.id, id));
  return row;
}
