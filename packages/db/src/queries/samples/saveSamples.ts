import type { BlockRef } from "@ballast/core";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { samples } from "../../schema/samples.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { sweepLeaseName } from "../leases/leaseName.ts";

export type NewSamples = {
  readonly block: BlockRef;
  readonly values: readonly { readonly series: string; readonly value: bigint }[];
  readonly lease: Lease;
};

/**
 * Stores the figures of one stored block. A figure that is there already is left as it is.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function saveSamples(db: Database, { block, values, lease }: NewSamples): Promise<void> {
  const epoch = epochUnder(lease, sweepLeaseName(block.chainId));
  if (values.length === 0) return;
  const { chainId, hash: blockHash, number: blockNumber, timestamp } = block;
  const rows = values.map((figure) => ({ ...figure, chainId, blockHash, blockNumber, timestamp, epoch }));
  await typedErrors(() => db.insert(samples).values(rows).onConflictDoNothing());
}
