import type { Decision, Hash32, HistorySlice, Policy } from "@ballast/core";
import { type Database, documentById } from "@ballast/db";

/** The decision that a tick stored. */
export async function storedDecision(db: Database, id: Hash32 | null): Promise<Decision> {
  const document = id === null ? undefined : await documentById(db, id);
  if (document === undefined) throw new Error(`decision ${id} is not stored`);
  return document.value as unknown as Decision;
}

/** A policy that a tick was judged by. */
export async function storedPolicy(db: Database, id: Hash32 | null): Promise<Policy> {
  const document = id === null ? undefined : await documentById(db, id);
  if (document === undefined) throw new Error(`policy ${id} is not stored`);
  return document.value as unknown as Policy;
}

/** The part of history that a tick was decided from. */
export async function storedHistory(db: Database, id: Hash32 | null): Promise<HistorySlice> {
  const document = id === null ? undefined : await documentById(db, id);
  if (document === undefined) throw new Error(`history ${id} is not stored`);
  return document.value as unknown as HistorySlice;
}
