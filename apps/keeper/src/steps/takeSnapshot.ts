import type { SnapshotParts } from "@ballast/adapters";
import { buildSnapshot, type Snapshot } from "@ballast/core";
import { canonicalDocument, saveTickStep } from "@ballast/db";
import { loadProduct, type TickWork } from "../tick/tickWork.ts";

/**
 * Step 2, snapshot: what was read for the account, normalised and checked.
 * @throws {InvariantError} when the readings contradict themselves
 */
export async function takeSnapshot(work: TickWork, parts: SnapshotParts): Promise<Snapshot> {
  const { keeper, tick, lane } = work;
  if (tick.step >= 2) return loadProduct(work, { name: "snapshot", id: tick.snapshotId });
  const snapshot = buildSnapshot(parts);
  const document = canonicalDocument("snapshot", snapshot);
  await saveTickStep(keeper.db, {
    tick,
    step: 2,
    products: { snapshotId: document.id },
    documents: [document],
    lease: lane,
  });
  return snapshot;
}
