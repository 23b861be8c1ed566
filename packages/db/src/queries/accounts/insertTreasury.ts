import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { treasuries } from "../../schema/treasuries.ts";

/** Adds a treasury; one of this id that is there already stays as it is. */
export async function insertTreasury(db: Database, treasury: { id: string; name: string }): Promise<void> {
  await typedErrors(() => db.insert(treasuries).values(treasury).onConflictDoNothing());
}
