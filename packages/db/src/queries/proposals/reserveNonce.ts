import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { NonceTakenError } from "../../errors/NonceTakenError.ts";
import { databaseFault, typedErrors } from "../../errors/typedErrors.ts";
import { type NonceReservationRow, nonceReservations } from "../../schema/nonceReservations.ts";
import { epochUnder } from "../leases/epochUnder.ts";
import type { Lease } from "../leases/lease.ts";
import { type AccountKey, laneLeaseName } from "../leases/leaseName.ts";

export type NonceWanted = {
  readonly account: AccountKey;
  readonly tickId: bigint;
  readonly nonce: bigint;
  /** An emergency may share a nonce with other work; only one of them can execute. */
  readonly competes?: boolean;
  readonly lease: Lease;
};

/**
 * Promises a nonce to a tick. A tick that has one keeps it, whatever is asked: read `nonce` of the answer.
 * @throws NonceTakenError when another tick has it and neither competes
 * @throws StaleEpochError, WrongLeaseError
 */
export async function reserveNonce(db: Database, wanted: NonceWanted): Promise<NonceReservationRow> {
  const { account, tickId, nonce, competes = false, lease } = wanted;
  const epoch = epochUnder(lease, laneLeaseName(account));
  const held = await heldBy(db, tickId);
  if (held) return held;
  const values = { chainId: account.chainId, account: account.address, tickId, nonce, competes, epoch };
  try {
    const [row] = await typedErrors(() => db.insert(nonceReservations).values(values).returning());
    if (row) return row;
  } catch (error) {
    if (databaseFault(error)?.constraint_name !== "nonce_reservations_one_lane") throw error;
    throw new NonceTakenError({ account, nonce }, { cause: error });
  }
  throw new Error("INSERT INTO nonce_reservations returned no row");
}

async function heldBy(db: Database, tickId: bigint): Promise<NonceReservationRow | undefined> {
  const live = and(eq(nonceReservations.tickId, tickId), isNull(nonceReservations.releasedAt));
  const [row] = await db.select().from(nonceReservations).where(live);
  return row;
}
