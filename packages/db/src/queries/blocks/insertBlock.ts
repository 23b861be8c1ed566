import type { BlockRef, Hash32 } from "@ballast/core";
import type { Database } from "../../client/database.ts";
import { CanonicalBlockExistsError } from "../../errors/CanonicalBlockExistsError.ts";
import { databaseFault, typedErrors } from "../../errors/typedErrors.ts";
import { blocks } from "../../schema/blocks.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { sweepLeaseName } from "../leases/leaseName.ts";

export type NewBlock = { readonly block: BlockRef; readonly parentHash: Hash32; readonly lease: Lease };

/**
 * Stores a pinned block as canonical. The same block again is fine, and makes a withdrawn one canonical again.
 * @throws CanonicalBlockExistsError when another block is canonical at this number: mark the reorg first
 * @throws StaleEpochError, WrongLeaseError
 */
export async function insertBlock(db: Database, { block, parentHash, lease }: NewBlock): Promise<void> {
  const epoch = epochUnder(lease, sweepLeaseName(block.chainId));
  const { chainId, hash, number, timestamp } = block;
  try {
    await typedErrors(() =>
      db
        .insert(blocks)
        .values({ chainId, hash, number, timestamp, parentHash, epoch })
        .onConflictDoUpdate({ target: blocks.hash, set: { canonical: true, epoch } }),
    );
  } catch (error) {
    if (databaseFault(error)?.constraint_name !== "blocks_one_canonical") throw error;
    throw new CanonicalBlockExistsError(block, { cause: error });
  }
}
