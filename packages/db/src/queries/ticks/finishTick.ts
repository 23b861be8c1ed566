import type { Database } from "../../client/database.ts";
import { databaseNow } from "../../columns/databaseNow.ts";
import type { TickOutcome, TickRow } from "../../schema/ticks.ts";
import type { Lease } from "../leases/lease.ts";
import { type TickKey, updateTick } from "./updateTick.ts";

export type TickEnd = {
  readonly tick: TickKey;
  readonly outcome: TickOutcome;
  /** Code of the hold, refusal or failure; for `proposed`, why it was. */
  readonly reason: string;
  /** In words, for an operator. */
  readonly detail?: string;
  readonly lease: Lease;
};

/**
 * Ends a tick with its one outcome. Nothing is written to it after that.
 * @throws RowRuleError when it has ended already
 * @throws NoSuchTickError, StaleEpochError, WrongLeaseError
 */
export async function finishTick(db: Database, end: TickEnd): Promise<TickRow> {
  const { tick, outcome, reason, detail = null, lease } = end;
  return updateTick(db, { tick, lease, set: { outcome, reason, detail, finishedAt: databaseNow } });
}
