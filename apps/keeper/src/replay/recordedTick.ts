import {
  type AllocationAnswer,
  buildSnapshot,
  compareText,
  type Decision,
  type Hash32,
  type HistorySlice,
  type OpenWork,
  type Policy,
  type RuleContext,
  type Snapshot,
} from "@ballast/core";
import { type Database, sweepById, type TickRow, tickDocuments } from "@ballast/db";
import { storedParts } from "../sweep/readings.ts";
import { ProductLostError } from "../tick/productLostError.ts";

/** Everything that a stored tick was decided from, and what was decided. The snapshot is built again from its readings. */
export type RecordedTick =
  | { readonly kind: "undecided"; readonly snapshot: Snapshot }
  | {
      readonly kind: "decided";
      readonly snapshot: Snapshot;
      readonly context: RuleContext;
      readonly answer: AllocationAnswer;
      readonly decision: Decision;
    };

/**
 * Loads a stored tick with its inputs.
 * @throws {ProductLostError} {ReadingsLostError} {DocumentCorruptError} when something it needs is no longer stored
 */
export async function recordedTick(db: Database, tick: TickRow): Promise<RecordedTick> {
  const snapshot = await snapshotOf(db, tick);
  if (tick.decisionId === null) return { kind: "undecided", snapshot };
  const documents = await tickDocuments(db, tick);
  const load = <Product>(product: string, id: Hash32 | null): Product => {
    const document = id === null ? undefined : documents.get(id);
    if (document === undefined) throw new ProductLostError({ tickId: tick.id, product, id });
    return document.value as Product;
  };
  const context: RuleContext = {
    snapshot,
    history: load<HistorySlice>("history", tick.historyId),
    policy: load<Policy>("policy", tick.policyId),
    openWork: load<OpenWork>("open work", tick.openWorkId),
    siblings: siblingsIn(tick, load),
  };
  const answer = load<AllocationAnswer>("allocation", tick.allocationId);
  const decision = load<Decision>("decision", tick.decisionId);
  return { kind: "decided", snapshot, context, answer, decision };
}

async function snapshotOf(db: Database, tick: TickRow): Promise<Snapshot> {
  const sweep = await sweepById(db, tick.sweepId);
  if (sweep === undefined) throw new ProductLostError({ tickId: tick.id, product: "sweep", id: null });
  const { parts } = await storedParts(db, { sweep, account: tick.account });
  return buildSnapshot(parts);
}

/** The other accounts' snapshots that the decision used, in the order in which it saw them. */
function siblingsIn(
  { inputs }: TickRow,
  load: <Product>(product: string, id: Hash32) => Product,
): readonly Snapshot[] {
  return (inputs ?? [])
    .filter(({ kind }) => kind === "sibling")
    .map(({ id }) => load<Snapshot>("sibling", id))
    .toSorted((a, b) => compareText(a.account.address, b.account.address));
}
