import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { accounts } from "../../schema/accounts.ts";

export type NewAccount = Omit<typeof accounts.$inferInsert, "createdAt">;

/** Adds an account to a stored treasury; one of this address that is there already stays as it is. */
export async function insertAccount(db: Database, account: NewAccount): Promise<void> {
  await typedErrors(() => db.insert(accounts).values(account).onConflictDoNothing());
}
