import type { Hash32 } from "@ballast/core";
import { inArray } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { documents } from "../../schema/documents.ts";
import { type VerifiedDocument, verifiedDocument } from "./verifiedDocument.ts";

/**
 * Those of the documents that are stored, by id, each hashed again.
 * @throws DocumentCorruptError
 */
export async function documentsByIds(
  db: Database,
  ids: readonly Hash32[],
): Promise<ReadonlyMap<Hash32, VerifiedDocument>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(documents)
    .where(inArray(documents.id, [...ids]));
  return new Map(rows.map((row) => [row.id, verifiedDocument(row)]));
}
