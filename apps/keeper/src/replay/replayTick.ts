import { contentId, type Decision, decide, engineDocument, evaluate, type Hash32 } from "@ballast/core";
import type { Database, TickRow } from "@ballast/db";
import { allocate } from "../optimise/allocate.ts";
import type { Solver } from "../optimise/solver.ts";
import { recordedTick } from "./recordedTick.ts";

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
  const recorded = await recordedTick(db, tick);
  const compared: Compared[] = compare("snapshot", { stored: tick.snapshotId, replayed: recorded.snapshot });
  if (recorded.kind === "undecided") return verdict("nothing-decided", compared);
  const { context, decision: stored } = recorded;
  const findings = evaluate(context);
  const answer = resolve === null ? recorded.answer : await allocate(resolve, { context, findings });
  compared.push(...compare("allocation", { stored: tick.allocationId, replayed: answer }));
  const decision = decide({ context, inputs: stored.inputs, findings, answer });
  compared.push(...compare("decision", { stored: tick.decisionId, replayed: decision }));
  return verdict(isOurEngine(stored) ? "same" : "engine-differs", compared);
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

/** Whether this engine decided it. */
export function isOurEngine({ inputs }: Decision): boolean {
  return inputs.some(({ kind, id }) => kind === "engine" && id === contentId("engine", engineDocument));
}
