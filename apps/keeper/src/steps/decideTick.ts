import { type AllocationAnswer, type Decision, decide, decisionDocuments, type Plan } from "@ballast/core";
import { canonicalDocument, saveTickStep } from "@ballast/db";
import { allocate } from "../optimise/allocate.ts";
import { ending, next, type StepResult } from "../tick/ending.ts";
import { loadProduct, type TickWork } from "../tick/tickWork.ts";
import type { Evaluated } from "./evaluateSnapshot.ts";

/** A decision with everything that it was made from. */
export type Decided = Evaluated & { readonly decision: Decision; readonly answer: AllocationAnswer };
/** A decision to propose. */
export type Planned = Decided & { readonly plan: Plan };

/** Step 4, decide: hold, refuse or propose. The allocator's answer is recorded as an input before it is used. */
export async function decideTick(work: TickWork, evaluated: Evaluated): Promise<StepResult<Planned>> {
  const decided =
    work.tick.step >= 4 ? await loadDecided(work, evaluated) : await makeDecision(work, evaluated);
  const { outcome } = decided.decision;
  if (outcome.kind === "propose") return next({ ...decided, plan: outcome.plan });
  return ending({
    outcome: outcome.kind === "hold" ? "held" : "refused",
    reason: outcome.because,
    detail: "",
  });
}

async function loadDecided(work: TickWork, evaluated: Evaluated): Promise<Decided> {
  const { allocationId, decisionId } = work.tick;
  const decision = await loadProduct<Decision>(work, { name: "decision", id: decisionId });
  const answer = await loadProduct<AllocationAnswer>(work, { name: "allocation", id: allocationId });
  return { ...evaluated, decision, answer };
}

async function makeDecision(work: TickWork, evaluated: Evaluated): Promise<Decided> {
  const { keeper, tick, lane } = work;
  const { context, findings } = evaluated;
  const answer = await allocate(keeper.solver, { context, findings });
  const made = decisionDocuments(context, answer);
  const inputs = made.map(({ kind, id }) => ({ kind, id }));
  // A sibling is another account's snapshot, and is stored and hashed as one.
  const documents = made.map(({ kind, document }) =>
    canonicalDocument(kind === "sibling" ? "snapshot" : kind, document),
  );
  const decision = decide({ context, inputs, findings, answer });
  const decided = canonicalDocument("decision", decision);
  const plan = decision.outcome.kind === "propose" ? [canonicalDocument("plan", decision.outcome.plan)] : [];
  await saveTickStep(keeper.db, {
    tick,
    step: 4,
    products: {
      inputs: decision.inputs,
      allocationId: idOf(documents, "allocation"),
      decisionId: decided.id,
      ...(plan[0] === undefined ? {} : { planId: plan[0].id }),
    },
    documents: [...documents, decided, ...plan],
    lease: lane,
  });
  return { ...evaluated, decision, answer };
}

function idOf(
  documents: readonly { readonly kind: string; readonly id: Decision["inputs"][number]["id"] }[],
  kind: string,
) {
  const found = documents.find((document) => document.kind === kind);
  if (found === undefined) throw new Error(`decisionDocuments gave no ${kind}`);
  return found.id;
}
