import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { databaseNow } from "../../columns/databaseNow.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { nonceReservations } from "../../schema/nonceReservations.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { type AccountKey, laneLeaseName } from "../leases/leaseName.ts";

export type NonceReleased = { readonly account: AccountKey; readonly tickId: bigint; readonly lease: Lease };

/**
 * Gives up the nonce of a tick whose work is gone or done.
 * @throws StaleEpochError, WrongLeaseError
 */
export async function releaseNonce(db: Database, { account, tickId, lease }: NonceReleased): Promise<void> {
  const epoch = epochUnder(lease, laneLeaseName(account));
  await typedErrors(() =>
    db
      .update(nonceReservations)
      .set({ releasedAt: databaseNow, epoch })
      .where(and(eq(nonceReservations.tickId, tickId), isNull(nonceReservations.releasedAt))),
  );
}
