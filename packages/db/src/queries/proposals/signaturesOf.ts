import type { Hash32 } from "@ballast/core";
import { asc, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type SignatureRow, signatures } from "../../schema/signatures.ts";

/** Stored signatures of a proposal, by owner as a Safe wants them. Recover each before it counts. */
export async function signaturesOf(db: Database, safeTxHash: Hash32): Promise<SignatureRow[]> {
  return db
    .select()
    .from(signatures)
    .where(eq(signatures.safeTxHash, safeTxHash))
    .orderBy(asc(signatures.owner), asc(signatures.addedAt));
}
