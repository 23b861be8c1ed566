import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { StaleEpochError } from "../../errors/StaleEpochError.ts";
import { leases } from "../../schema/leases.ts";
import type { Lease } from "./lease.ts";

/**
 * Prolongs a lease that nobody else took, even one that has run out meanwhile. Never waits for the holder's own writes.
 * @throws StaleEpochError when it was taken over or released
 */
export async function renewLease(
  db: Database,
  { lease, ttlMs }: { lease: Lease; ttlMs: number },
): Promise<Lease> {
  const [row] = await db
    .update(leases)
    .set({ expiresAt: sql`clock_timestamp() + ${ttlMs} * interval '1 millisecond'` })
    .where(and(eq(leases.name, lease.name), eq(leases.epoch, lease.epoch)))
    .returning();
  if (row) return { ...lease, expiresAt: row.expiresAt };
  const [current] = await db.select().from(leases).where(eq(leases.name, lease.name));
  throw new StaleEpochError({ lease: lease.name, shown: lease.epoch, current: current?.epoch ?? null });
}
