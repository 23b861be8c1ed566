import {
  allocate,
  buildSnapshot,
  contentId,
  type Decision,
  decide,
  engineDocument,
  evaluate,
  type Hash32,
  type RuleContext,
} from "@ballast/core";
import { type Database, sweepById, type TickRow } from "@ballast/db";
import { type StoredParts, storedParts } from "../sweep/readings.ts";
import { ProductLostError } from "../tick/productLostError.ts";
import { storedContext } from "./storedContext.ts";

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
 * Computes steps 2 to 4 of a stored tick again, from its stored readings and inputs, and compares ids. `resolve` lets the
 * allocator answer anew instead of using its recorded answer.
 * @throws {ProductLostError} {ReadingsLostError} {DocumentCorruptError} when something it needs is no longer stored
 */
export async function replayTick(
  db: Database,
  { tick, resolve }: { readonly tick: TickRow; readonly resolve: boolean },
): Promise<Replay> {
  const { parts } = await partsOf(db, tick);
  const snapshot = buildSnapshot(parts);
  const compared: Compared[] = compare("snapshot", { stored: tick.snapshotId, replayed: snapshot });
  if (tick.decisionId === null) return verdict("nothing-decided", compared);
  const stored = await storedContext(db, tick);
  const context: RuleContext = { ...stored.context, snapshot };
  const findings = evaluate(context);
  const answer = resolve ? allocate(context, findings) : stored.answer;
  compared.push(...compare("allocation", { stored: tick.allocationId, replayed: answer }));
  const decision = decide({ context, inputs: stored.decision.inputs, findings, answer });
  compared.push(...compare("decision", { stored: tick.decisionId, replayed: decision }));
  return verdict(isOurEngine(stored.decision) ? "same" : "engine-differs", compared);
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
