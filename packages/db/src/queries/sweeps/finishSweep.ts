import type { Hash32 } from "@ballast/core";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { databaseNow } from "../../columns/databaseNow.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { type SweepRow, sweeps } from "../../schema/sweeps.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { sweepLeaseName } from "../leases/leaseName.ts";

export type SweepResult = {
  readonly sweep: Pick<SweepRow, "id" | "chainId">;
  readonly requestCounts: Readonly<Record<string, number>>;
  readonly readingsId?: Hash32;
  readonly lease: Lease;
};

/**
 * Ends a sweep: everything of it is read. Does nothing to one that has ended.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function finishSweep(db: Database, result: SweepResult): Promise<void> {
  const { sweep, requestCounts, lease } = result;
  const epoch = epochUnder(lease, sweepLeaseName(sweep.chainId));
  const readingsId = result.readingsId ?? null;
  await typedErrors(() =>
    db
      .update(sweeps)
      .set({ requestCounts, readingsId, finishedAt: databaseNow, epoch })
      .where(and(eq(sweeps.id, sweep.id), isNull(sweeps.finishedAt))),
  );
}
