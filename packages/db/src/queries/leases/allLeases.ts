import { asc } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type LeaseRow, leases } from "../../schema/leases.ts";

/** Every lease, by name: who may write for what. */
export async function allLeases(db: Database): Promise<LeaseRow[]> {
  return db.select().from(leases).orderBy(asc(leases.name));
}
