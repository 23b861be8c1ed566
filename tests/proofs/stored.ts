import type { Decision, Hash32 } from "@ballast/core";
import { type Database, documentById } from "@ballast/db";

/** The decision that a tick stored. */
export async function storedDecision(db: Database, id: Hash32 | null): Promise<Decision> {
  const document = id === null ? undefined : await documentById(db, id);
  if (document === undefined) throw new Error(`decision ${id} is not stored`);
  return document.value as unknown as Decision;
}
