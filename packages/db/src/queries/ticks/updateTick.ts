import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Database } from "../../client/database.ts";
import { NoSuchTickError } from "../../errors/NoSuchTickError.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { type TickRow, ticks } from "../../schema/ticks.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { laneLeaseName } from "../leases/leaseName.ts";

export type TickKey = Pick<TickRow, "id" | "chainId" | "account">;

/** What the steps of a tick leave behind, by id. */
export type TickProducts = Partial<
  Pick<
    TickRow,
    | "inputs"
    | "snapshotId"
    | "historyId"
    | "policyId"
    | "openWorkId"
    | "allocationId"
    | "decisionId"
    | "planId"
    | "simulationId"
    | "bundleId"
    | "safeTxHash"
  >
>;

type TickUpdate = {
  readonly tick: TickKey;
  readonly set: PgUpdateSetSource<typeof ticks>;
  readonly lease: Lease;
};

/**
 * Writes to one tick under its lane.
 * @throws NoSuchTickError, RowRuleError, StaleEpochError, WrongLeaseError
 */
export async function updateTick(db: Database, { tick, set, lease }: TickUpdate): Promise<TickRow> {
  const epoch = epochUnder(lease, laneLeaseName({ chainId: tick.chainId, address: tick.account }));
  const [row] = await typedErrors(() =>
    db
      .update(ticks)
      .set({ ...set, epoch })
      .where(and(eq(ticks.id, tick.id), eq(ticks.account, tick.account)))
      .returning(),
  );
  if (!row) throw new NoSuchTickError(tick.id);
  return row;
}
