import type { Hash32 } from "@ballast/core";
import type { Database } from "../../client/database.ts";
import type { TickRow } from "../../schema/ticks.ts";
import { documentsByIds } from "../documents/documentsByIds.ts";
import type { VerifiedDocument } from "../documents/verifiedDocument.ts";

/**
 * Every stored document of a tick, inputs and products, by id, each hashed again. An id of the tick that is not in
 * the map is no longer stored.
 * @throws DocumentCorruptError
 */
export async function tickDocuments(
  db: Database,
  tick: TickRow,
): Promise<ReadonlyMap<Hash32, VerifiedDocument>> {
  const products = [
    tick.snapshotId,
    tick.historyId,
    tick.policyId,
    tick.openWorkId,
    tick.allocationId,
    tick.decisionId,
    tick.planId,
    tick.simulationId,
    tick.bundleId,
  ];
  const ids = [...products, ...(tick.inputs ?? []).map((input) => input.id)];
  return documentsByIds(db, [...new Set(ids.filter((id) => id !== null))]);
}
