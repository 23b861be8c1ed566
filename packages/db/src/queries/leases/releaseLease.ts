import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { leases } from "../../schema/leases.ts";
import type { Lease } from "./lease.ts";

/** Gives a lease up: it is free at once, and writes under it are refused. Does nothing if somebody else took it. */
export async function releaseLease(db: Database, lease: Lease): Promise<void> {
  await db
    .update(leases)
    .set({ holder: null, epoch: sql`${leases.epoch} + 1`, expiresAt: sql`clock_timestamp()` })
    .where(and(eq(leases.name, lease.name), eq(leases.epoch, lease.epoch)));
}
