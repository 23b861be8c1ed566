import {
  type AllocationAnswer,
  compareText,
  type Decision,
  type Hash32,
  type HistorySlice,
  type OpenWork,
  type Policy,
  type RuleContext,
  type Snapshot,
} from "@ballast/core";
import { type Database, type TickRow, tickDocuments } from "@ballast/db";
import { ProductLostError } from "../tick/productLostError.ts";

/** Everything that a stored tick decided from, and what it decided. */
export type StoredContext = {
  readonly context: RuleContext;
  /** What the allocator answered then. */
  readonly answer: AllocationAnswer;
  readonly decision: Decision;
};

/**
 * The documents of a tick that came to a decision, each hashed again.
 * @throws {ProductLostError} {DocumentCorruptError} when something is no longer stored as it was
 */
export async function storedContext(db: Database, tick: TickRow): Promise<StoredContext> {
  const documents = await tickDocuments(db, tick);
  const load = <Product>(product: string, id: Hash32 | null): Product => {
    const document = id === null ? undefined : documents.get(id);
    if (document === undefined) throw new ProductLostError({ tickId: tick.id, product, id });
    return document.value as Product;
  };
  const siblings = (tick.inputs ?? [])
    .filter(({ kind }) => kind === "sibling")
    .map(({ id }) => load<Snapshot>("sibling", id));
  return {
    context: {
      snapshot: load<Snapshot>("snapshot", tick.snapshotId),
      history: load<HistorySlice>("history", tick.historyId),
      policy: load<Policy>("policy", tick.policyId),
      openWork: load<OpenWork>("open work", tick.openWorkId),
      // In the order in which the decision saw them.
      siblings: siblings.toSorted((a, b) => compareText(a.account.address, b.account.address)),
    },
    answer: load<AllocationAnswer>("allocation", tick.allocationId),
    decision: load<Decision>("decision", tick.decisionId),
  };
}
