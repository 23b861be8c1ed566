import {
  type Allocator,
  type Decision,
  decide,
  encodeCanonical,
  evaluate,
  type Policy,
  type RuleContext,
} from "@ballast/core";
import { type Database, DocumentCorruptError, type TickRecord } from "@ballast/db";
import { ProductLostError } from "../tick/productLostError.ts";
import { storedContext } from "./storedContext.ts";

/** What a policy would have made of one stored tick. */
export type SimulatedTick =
  | { readonly kind: "same" }
  | { readonly kind: "different"; readonly before: Decision; readonly after: Decision }
  /** Something that it was decided from is no longer stored as it was. */
  | { readonly kind: "lost" };

/**
 * Decides a stored tick once more from its own documents: under its own policy with the recorded allocation, and under another policy with what the
 * allocator answers then. The decisions differ when their outcome or their plan does. Each tick is taken alone: what another decision would have changed
 * for later ones is not followed. Changes nothing.
 */
export async function simulatePolicy(
  db: Database,
  {
    tick,
    policy,
    allocate,
  }: { readonly tick: TickRecord; readonly policy: Policy; readonly allocate: Allocator },
): Promise<SimulatedTick> {
  const stored = await storedContext(db, tick).catch((error: unknown) => {
    if (error instanceof ProductLostError || error instanceof DocumentCorruptError) return null;
    throw error;
  });
  if (stored === null) return { kind: "lost" };
  const { inputs } = stored.decision;
  const findings = evaluate(stored.context);
  const before = decide({ context: stored.context, inputs, findings, answer: stored.answer });
  const after = await decidedUnder({ ...stored.context, policy }, { inputs, allocate });
  return essence(before) === essence(after) ? { kind: "same" } : { kind: "different", before, after };
}

async function decidedUnder(
  context: RuleContext,
  { inputs, allocate }: { readonly inputs: Decision["inputs"]; readonly allocate: Allocator },
): Promise<Decision> {
  const findings = evaluate(context);
  return decide({ context, inputs, findings, answer: await allocate(context, findings) });
}

/** What a decision does: its kind and reason, and what its plan moves. */
function essence({ outcome }: Decision): string {
  const { kind, because } = outcome;
  if (outcome.kind !== "propose") return encodeCanonical({ kind, because });
  const { claims, actions, requests } = outcome.plan;
  return encodeCanonical({ kind, because, claims, actions, requests });
}
