import { asc, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type NoteRow, notes } from "../../schema/notes.ts";

/** Notes on a subject (`proposal:<safeTxHash>`, `tick:<id>`, …), oldest first. */
export async function notesOn(db: Database, subject: string): Promise<NoteRow[]> {
  return db.select().from(notes).where(eq(notes.subject, subject)).orderBy(asc(notes.id));
}
