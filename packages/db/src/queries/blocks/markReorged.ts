import type { BlockNumber, Hash32 } from "@ballast/core";
import { and, eq, gte } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { blocks } from "../../schema/blocks.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { sweepLeaseName } from "../leases/leaseName.ts";

export type Reorg = { readonly chainId: bigint; readonly fromNumber: BlockNumber; readonly lease: Lease };

/**
 * Withdraws every canonical block from `fromNumber` on, and with it the sweeps, ticks and samples that hang on it:
 * they stay, and no longer count. Returns the hashes.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function markReorged(db: Database, { chainId, fromNumber, lease }: Reorg): Promise<Hash32[]> {
  const epoch = epochUnder(lease, sweepLeaseName(chainId));
  const rows = await typedErrors(() =>
    db
      .update(blocks)
      .set({ canonical: false, final: false, epoch })
      .where(and(eq(blocks.chainId, chainId), gte(blocks.number, fromNumber), eq(blocks.canonical, true)))
      .returning({ hash: blocks.hash }),
  );
  return rows.map((row) => row.hash);
}
