import { contentId } from "../encoding/contentId.ts";
import type { AllocationAnswer } from "../plan/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import { compareText } from "../units/compareText.ts";
import { engineDocument } from "./engine.ts";
import type { DecisionInput, InputKind } from "./types.ts";

/** Sorts inputs by kind, then id, without doubles. */
export function sortInputs(inputs: readonly DecisionInput[]): DecisionInput[] {
  const unique = new Map(inputs.map((input) => [`${input.kind} ${input.id}`, input]));
  return [...unique.values()].toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id));
}

/** The documents that a decision was made from, with their ids, sorted. What a bundle carries and a replay needs. */
export function decisionDocuments(
  { snapshot, history, policy, openWork }: RuleContext,
  answer: AllocationAnswer,
): (DecisionInput & { readonly document: unknown })[] {
  const documents: readonly [InputKind, unknown][] = [
    ["allocation", answer],
    ["engine", engineDocument],
    ["history", history],
    ["open-work", openWork],
    ["policy", policy],
    ["snapshot", snapshot],
  ];
  return documents.map(([kind, document]) => ({ kind, id: contentId(kind, document), document }));
}

/** The inputs of a decision by id. @throws CanonicalError when a document has no canonical form. */
export function decisionInputs(context: RuleContext, answer: AllocationAnswer): DecisionInput[] {
  return decisionDocuments(context, answer).map(({ kind, id }) => ({ kind, id }));
}
