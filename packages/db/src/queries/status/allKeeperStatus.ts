import { desc } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type KeeperStatusRow, keeperStatus } from "../../schema/keeperStatus.ts";

/** What every keeper last said of itself, most recently seen first. */
export async function allKeeperStatus(db: Database): Promise<KeeperStatusRow[]> {
  return db.select().from(keeperStatus).orderBy(desc(keeperStatus.lastSeenAt), desc(keeperStatus.instance));
}
