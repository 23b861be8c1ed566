import type { Database } from "../../client/database.ts";
import { databaseNow } from "../../columns/databaseNow.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { keeperStatus } from "../../schema/keeperStatus.ts";

export type KeeperReport = Omit<typeof keeperStatus.$inferInsert, "lastSeenAt">;

/** Says how this keeper is; replaces what it said before. */
export async function saveKeeperStatus(db: Database, report: KeeperReport): Promise<void> {
  const row = { ...report, lastSeenAt: databaseNow };
  await typedErrors(() =>
    db.insert(keeperStatus).values(row).onConflictDoUpdate({ target: keeperStatus.instance, set: row }),
  );
}
