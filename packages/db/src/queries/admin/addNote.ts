import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { type NoteRow, notes } from "../../schema/notes.ts";

export type NewNote = Omit<typeof notes.$inferInsert, "id" | "createdAt">;

/** Adds a person's note to a proposal, tick, policy or incident. */
export async function addNote(db: Database, note: NewNote): Promise<NoteRow> {
  const [row] = await typedErrors(() => db.insert(notes).values(note).returning());
  if (!row) throw new Error("INSERT INTO admin.notes returned no row");
  return row;
}
