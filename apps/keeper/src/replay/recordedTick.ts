import { buildSnapshot, type Snapshot } from "@ballast/core";
import { type Database, sweepById, type TickRow } from "@ballast/db";
import { storedParts } from "../sweep/readings.ts";
import { ProductLostError } from "../tick/productLostError.ts";
import { type StoredContext, storedContext } from "./storedContext.ts";

/** Everything that a stored tick was decided from, and what was decided. The snapshot is built again from its readings. */
export type RecordedTick =
  | { readonly kind: "undecided"; readonly snapshot: Snapshot }
  | (StoredContext & { readonly kind: "decided"; readonly snapshot: Snapshot });

/**
 * Loads a stored tick with its inputs.
 * @throws {ProductLostError} {ReadingsLostError} {DocumentCorruptError} when something it needs is no longer stored
 */
export async function recordedTick(db: Database, tick: TickRow): Promise<RecordedTick> {
  const snapshot = await snapshotOf(db, tick);
  if (tick.decisionId === null) return { kind: "undecided", snapshot };
  const stored = await storedContext(db, tick);
  return { kind: "decided", snapshot, ...stored, context: { ...stored.context, snapshot } };
}

async function snapshotOf(db: Database, tick: TickRow): Promise<Snapshot> {
  const sweep = await sweepById(db, tick.sweepId);
  if (sweep === undefined) throw new ProductLostError({ tickId: tick.id, product: "sweep", id: null });
  const { parts } = await storedParts(db, { sweep, account: tick.account });
  return buildSnapshot(parts);
}
