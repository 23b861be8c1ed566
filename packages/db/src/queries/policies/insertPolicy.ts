import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { policies } from "../../schema/policies.ts";

export type NewPolicy = Omit<typeof policies.$inferInsert, "createdAt">;

/**
 * Stores a policy document; false when it was there. It is in force only with its owners' approvals.
 * @throws NotAllowedError
 */
export async function insertPolicy(db: Database, policy: NewPolicy): Promise<boolean> {
  const rows = await typedErrors(() =>
    db.insert(policies).values(policy).onConflictDoNothing().returning({ id: policies.id }),
  );
  return rows.length > 0;
}
