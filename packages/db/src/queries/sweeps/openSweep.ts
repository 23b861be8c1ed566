import type { BlockRef } from "@ballast/core";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { type SweepHead, type SweepRow, sweeps } from "../../schema/sweeps.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { sweepLeaseName } from "../leases/leaseName.ts";

export type NewSweep = {
  readonly block: BlockRef;
  readonly trigger: SweepRow["trigger"];
  readonly heads: readonly SweepHead[];
  readonly lease: Lease;
};

/**
 * Begins a sweep of a block that is stored already.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function openSweep(db: Database, { block, trigger, heads, lease }: NewSweep): Promise<SweepRow> {
  const epoch = epochUnder(lease, sweepLeaseName(block.chainId));
  const { chainId, hash: blockHash, number: blockNumber } = block;
  const values = { chainId, blockHash, blockNumber, trigger, heads, epoch };
  const [row] = await typedErrors(() => db.insert(sweeps).values(values).returning());
  if (!row) throw new Error("INSERT INTO sweeps returned no row");
  return row;
}
