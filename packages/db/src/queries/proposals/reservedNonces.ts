import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type NonceReservationRow, nonceReservations } from "../../schema/nonceReservations.ts";
import type { AccountKey } from "../leases/leaseName.ts";

/** Reservations of the account that are not released, by nonce. */
export async function reservedNonces(db: Database, account: AccountKey): Promise<NonceReservationRow[]> {
  return db
    .select()
    .from(nonceReservations)
    .where(
      and(
        eq(nonceReservations.chainId, account.chainId),
        eq(nonceReservations.account, account.address),
        isNull(nonceReservations.releasedAt),
      ),
    )
    .orderBy(asc(nonceReservations.nonce));
}
