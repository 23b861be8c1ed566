import {
  type AllocationAnswer,
  buildSnapshot,
  compareText,
  contentId,
  type Decision,
  decide,
  engineDocument,
  evaluate,
  type Hash32,
  type HistorySlice,
  type OpenWork,
  type Policy,
  type RuleContext,
  type Snapshot,
} from "@ballast/core";
import { type Database, sweepById, type TickRow, tickDocuments } from "@ballast/db";
import { allocate } from "../optimise/allocate.ts";
import type { Solver } from "../optimise/solver.ts";
import { type StoredParts, storedParts } from "../sweep/readings.ts";
import { ProductLostError } from "../tick/productLostError.ts";

/** One product of a tick, as stored and as computed again. */
export type Compared = { readonly product: string; readonly stored: Hash32; readonly replayed: Hash32 };

export type Replay =
  | { readonly kind: "same"; readonly compared: readonly Compared[] }
  | { readonly kind: "differs"; readonly compared: readonly Compared[] }
  /** Another version of the engine decided it; `compared` says what this one gives. */
  | { readonly kind: "engine-differs"; readonly compared: readonly Compared[] }
  /** It ended before there was a decision. */
  | { readonly kind: "nothing-decided"; readonly compared: readonly Compared[] };

/**
 * Computes steps 2 to 4 of a stored tick again, from its stored readings and inputs, and compares ids. With a solver in `resolve` the
 * allocator answers anew instead of using its recorded answer.
 * @throws {ProductLostError} {ReadingsLostError} {DocumentCorruptError} when something it needs is no longer stored
 */
export async function replayTick(
  db: Database,
  { tick, resolve }: { readonly tick: TickRow; readonly resolve: Pick<Solver, "solve"> | null },
): Promise<Replay> {
  const { parts } = await partsOf(db, tick);
  const snapshot = buildSnapshot(parts);
  const compared: Compared[] = compare("snapshot", { stored: tick.snapshotId, replayed: snapshot });
  if (tick.decisionId === null) return verdict("nothing-decided", compared);
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
  const findings = evaluate(context);
  const recorded = load<AllocationAnswer>("allocation", tick.allocationId);
  const answer = resolve === null ? recorded : await allocate(resolve, { context, findings });
  compared.push(...compare("allocation", { stored: tick.allocationId, replayed: answer }));
  const stored = load<Decision>("decision", tick.decisionId);
  const decision = decide({ context, inputs: stored.inputs, findings, answer });
  compared.push(...compare("decision", { stored: tick.decisionId, replayed: decision }));
  return verdict(isOurEngine(stored) ? "same" : "engine-differs", compared);
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

async function partsOf(db: Database, tick: TickRow): Promise<StoredParts> {
  const sweep = await sweepById(db, tick.sweepId);
  if (sweep === undefined) throw new ProductLostError({ tickId: tick.id, product: "sweep", id: null });
  return storedParts(db, { sweep, account: tick.account });
}

function compare(
  product: string,
  { stored, replayed }: { readonly stored: Hash32 | null; readonly replayed: unknown },
): Compared[] {
  return stored === null ? [] : [{ product, stored, replayed: contentId(product, replayed) }];
}

function verdict(whenSame: Replay["kind"], compared: readonly Compared[]): Replay {
  const isSame = compared.every(({ stored, replayed }) => stored === replayed);
  return { kind: isSame || whenSame === "engine-differs" ? whenSame : "differs", compared };
}

const isOurEngine = ({ inputs }: Decision) =>
  inputs.some(({ kind, id }) => kind === "engine" && id === contentId("engine", engineDocument));
