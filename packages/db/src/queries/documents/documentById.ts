import type { Hash32 } from "@ballast/core";
import { eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { documents } from "../../schema/documents.ts";
import { type VerifiedDocument, verifiedDocument } from "./verifiedDocument.ts";

/**
 * A document, hashed again; undefined when it is not (or no longer) stored.
 * @throws DocumentCorruptError
 */
export async function documentById(db: Database, id: Hash32): Promise<VerifiedDocument | undefined> {
  const [row] = await db.select().from(documents).where(eq(documents.id, id));
  return row && verifiedDocument(row);
}
