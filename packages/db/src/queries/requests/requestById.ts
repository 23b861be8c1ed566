import { eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type RequestRow, requests } from "../../schema/requests.ts";

/** One request; undefined when there is none of this id. */
export async function requestById(db: Database, id: bigint): Promise<RequestRow | undefined> {
  const [row] = await db.select().from(requests).where(eq(requests.id, id));
  return row;
}
