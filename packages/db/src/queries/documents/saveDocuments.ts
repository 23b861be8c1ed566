import type { Database } from "../../client/database.ts";
import { documents } from "../../schema/documents.ts";
import type { CanonicalDocument } from "./canonicalDocument.ts";

/** Stores documents by content; one that is there already is left as it is. */
export async function saveDocuments(db: Database, rows: readonly CanonicalDocument[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ id, kind, text }) => ({ id, kind, text }));
  await db.insert(documents).values(values).onConflictDoNothing();
}
