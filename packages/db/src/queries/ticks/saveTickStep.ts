import type { Database } from "../../client/database.ts";
import type { TickRow, TickStep } from "../../schema/ticks.ts";
import type { CanonicalDocument } from "../documents/canonicalDocument.ts";
import { saveDocuments } from "../documents/saveDocuments.ts";
import type { Lease } from "../leases/lease.ts";
import { type TickKey, type TickProducts, updateTick } from "./updateTick.ts";

export type TickAdvance = {
  readonly tick: TickKey;
  readonly step: TickStep;
  /** Ids of what the step made; those stored before stay. */
  readonly products?: TickProducts;
  /** The documents behind the ids. */
  readonly documents?: readonly CanonicalDocument[];
  readonly lease: Lease;
};

/**
 * Stores a step's product and its documents in one transaction. The same step with the same product again is fine: a
 * restarted keeper may repeat the step it was killed in.
 * @throws RowRuleError when the tick is further on, has ended, or holds another product
 * @throws NoSuchTickError, StaleEpochError, WrongLeaseError
 */
export async function saveTickStep(db: Database, advance: TickAdvance): Promise<TickRow> {
  const { tick, step, products = {}, documents = [], lease } = advance;
  return db.transaction(async (transaction) => {
    await saveDocuments(transaction, documents);
    return updateTick(transaction, { tick, lease, set: { ...products, step } });
  });
}
