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

type InputDocument = DecisionInput & { readonly document: unknown };

/** A sibling is another account's snapshot, so it has the id that it has there. */
function siblingDocuments({ siblings }: RuleContext): InputDocument[] {
  const documents = siblings.map((document) => ({
    kind: "sibling" as const,
    id: contentId("snapshot", document),
    document,
  }));
  return documents.toSorted((a, b) => compareText(a.id, b.id));
}

/** The documents that a decision was made from, with their ids, sorted. What a bundle carries and a replay needs. */
export function decisionDocuments(context: RuleContext, answer: AllocationAnswer): InputDocument[] {
  const { snapshot, history, policy, openWork } = context;
  const documents: readonly [InputKind, unknown][] = [
    ["allocation", answer],
    ["engine", engineDocument],
    ["history", history],
    ["open-work", openWork],
    ["policy", policy],
    ["snapshot", snapshot],
  ];
  const own = documents.map(([kind, document]) => ({ kind, id: contentId(kind, document), document }));
  return [...own, ...siblingDocuments(context)].toSorted((a, b) => compareText(a.kind, b.kind));
}

/** The inputs of a decision by id. @throws CanonicalError when a document has no canonical form. */
export function decisionInputs(context: RuleContext, answer: AllocationAnswer): DecisionInput[] {
  return decisionDocuments(context, answer).map(({ kind, id }) => ({ kind, id }));
}
