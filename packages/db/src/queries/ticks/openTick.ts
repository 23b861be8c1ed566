import { and, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import type { SweepRow } from "../../schema/sweeps.ts";
import { type TickRow, ticks } from "../../schema/ticks.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { type AccountKey, laneLeaseName } from "../leases/leaseName.ts";

export type NewTick = {
  readonly sweep: Pick<SweepRow, "id" | "chainId" | "blockHash" | "blockNumber">;
  readonly account: AccountKey;
  readonly lease: Lease;
};

/**
 * Begins the tick of an account in a sweep at step 0, or gives the one that exists: a sweep judges an account once.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function openTick(db: Database, { sweep, account, lease }: NewTick): Promise<TickRow> {
  const epoch = epochUnder(lease, laneLeaseName(account));
  const { id: sweepId, chainId, blockHash, blockNumber } = sweep;
  const values = { sweepId, chainId, blockHash, blockNumber, account: account.address, epoch };
  const [opened] = await typedErrors(() =>
    db
      .insert(ticks)
      .values(values)
      .onConflictDoNothing({ target: [ticks.sweepId, ticks.account] })
      .returning(),
  );
  if (opened) return opened;
  const ofSweep = and(eq(ticks.sweepId, sweepId), eq(ticks.account, account.address));
  const [existing] = await db.select().from(ticks).where(ofSweep);
  if (!existing)
    throw new Error(`the tick of ${account.address} in sweep ${sweepId} is neither new nor there`);
  return existing;
}
