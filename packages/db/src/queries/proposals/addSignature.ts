import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { signatures } from "../../schema/signatures.ts";

export type NewSignature = Omit<typeof signatures.$inferInsert, "addedAt">;

/**
 * Stores an owner's signature of a proposal; false when this very one was there. The caller has recovered it.
 * @throws NotAllowedError
 */
export async function addSignature(db: Database, signature: NewSignature): Promise<boolean> {
  const rows = await typedErrors(() =>
    db.insert(signatures).values(signature).onConflictDoNothing().returning({ owner: signatures.owner }),
  );
  return rows.length > 0;
}
