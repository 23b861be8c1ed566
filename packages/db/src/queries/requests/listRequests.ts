import { desc, inArray } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type RequestRow, requests } from "../../schema/requests.ts";

/** Requests of these kinds in any state, newest first. */
export async function listRequests(
  db: Database,
  { kinds, limit }: { kinds: readonly string[]; limit: number },
): Promise<RequestRow[]> {
  return db
    .select()
    .from(requests)
    .where(inArray(requests.kind, [...kinds]))
    .orderBy(desc(requests.id))
    .limit(limit);
}
