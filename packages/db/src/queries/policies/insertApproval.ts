import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { policyApprovals } from "../../schema/policyApprovals.ts";

export type NewApproval = Omit<typeof policyApprovals.$inferInsert, "addedAt">;

/**
 * Stores an owner's approval of a stored policy; false when this very one was there.
 * @throws NotAllowedError
 */
export async function insertApproval(db: Database, approval: NewApproval): Promise<boolean> {
  const rows = await typedErrors(() =>
    db
      .insert(policyApprovals)
      .values(approval)
      .onConflictDoNothing()
      .returning({ id: policyApprovals.policyId }),
  );
  return rows.length > 0;
}
