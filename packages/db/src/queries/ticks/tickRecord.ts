import { eq, getTableColumns } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { blocks } from "../../schema/blocks.ts";
import { type TickRow, ticks } from "../../schema/ticks.ts";

/** A tick with what its block says of it: when it was, and whether it still counts. */
export type TickRecord = TickRow & Pick<typeof blocks.$inferSelect, "timestamp" | "canonical" | "final">;

/** All ticks with their blocks; the caller narrows it down. */
export function selectTicks(db: Database) {
  const { timestamp, canonical, final } = blocks;
  return db
    .select({ ...getTableColumns(ticks), timestamp, canonical, final })
    .from(ticks)
    .innerJoin(blocks, eq(blocks.hash, ticks.blockHash))
    .$dynamic();
}
