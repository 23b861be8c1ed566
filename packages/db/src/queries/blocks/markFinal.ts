import type { BlockNumber } from "@ballast/core";
import { and, eq, lte } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { blocks } from "../../schema/blocks.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { sweepLeaseName } from "../leases/leaseName.ts";

export type Finality = {
  readonly chainId: bigint;
  readonly throughNumber: BlockNumber;
  readonly lease: Lease;
};

/**
 * Marks every canonical block up to `throughNumber` final.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function markFinal(db: Database, { chainId, throughNumber, lease }: Finality): Promise<void> {
  const epoch = epochUnder(lease, sweepLeaseName(chainId));
  await typedErrors(() =>
    db
      .update(blocks)
      .set({ final: true, epoch })
      .where(
        and(
          eq(blocks.chainId, chainId),
          lte(blocks.number, throughNumber),
          eq(blocks.canonical, true),
          eq(blocks.final, false),
        ),
      ),
  );
}
