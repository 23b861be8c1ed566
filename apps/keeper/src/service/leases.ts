import type { Lease } from "@ballast/db";
import { renewLease, StaleEpochError, takeLease } from "@ballast/db";
import type { Keeper } from "./keeper.ts";

/** The leases that this keeper holds, by name. */
export type HeldLeases = Map<string, Lease>;

/**
 * The lease by name: renewed where this keeper holds it, taken where it is free.
 * @returns null while another keeper holds it
 */
export async function holdLease(
  { db, instance, leaseMs }: Pick<Keeper, "db" | "instance" | "leaseMs">,
  { held, name }: { readonly held: HeldLeases; readonly name: string },
): Promise<Lease | null> {
  const known = held.get(name);
  const renewed = known === undefined ? null : await renewOrLose(db, { lease: known, ttlMs: leaseMs });
  if (renewed !== null) return keep(held, renewed);
  held.delete(name);
  const taken = await takeLease(db, { name, holder: instance, ttlMs: leaseMs });
  return taken.taken ? keep(held, taken.lease) : null;
}

function keep(held: HeldLeases, lease: Lease): Lease {
  held.set(lease.name, lease);
  return lease;
}

async function renewOrLose(
  db: Keeper["db"],
  { lease, ttlMs }: { readonly lease: Lease; readonly ttlMs: number },
): Promise<Lease | null> {
  try {
    return await renewLease(db, { lease, ttlMs });
  } catch (error) {
    if (error instanceof StaleEpochError) return null;
    throw error;
  }
}
