import { eq, sql } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { leases } from "../../schema/leases.ts";
import type { Lease } from "./lease.ts";

export type LeaseTaken =
  | { readonly taken: true; readonly lease: Lease }
  | { readonly taken: false; readonly holder: string | null; readonly expiresAt: Date };

type LeaseWanted = { readonly name: string; readonly holder: string; readonly ttlMs: number };

/**
 * Takes a lease that is free, expired, or already the holder's own (a restarted process of the same name), for `ttlMs`.
 * The epoch rises, so that writes under an earlier one are refused from here on. Waits for transactions that have
 * shown the old epoch and not yet ended.
 */
export async function takeLease(db: Database, { name, holder, ttlMs }: LeaseWanted): Promise<LeaseTaken> {
  const expiresAt = sql`clock_timestamp() + ${ttlMs} * interval '1 millisecond'`;
  const [row] = await db
    .insert(leases)
    .values({ name, holder, epoch: 1n, expiresAt })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, epoch: sql`${leases.epoch} + 1`, expiresAt },
      setWhere: sql`${leases.expiresAt} <= clock_timestamp() OR ${leases.holder} IS NULL OR ${leases.holder} = ${holder}`,
    })
    .returning();
  if (row) return { taken: true, lease: { ...row, holder } };
  const [held] = await db.select().from(leases).where(eq(leases.name, name));
  if (!held) return takeLease(db, { name, holder, ttlMs });
  return { taken: false, holder: held.holder, expiresAt: held.expiresAt };
}
