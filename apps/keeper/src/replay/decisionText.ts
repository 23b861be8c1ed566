import { boundsSentence, type Decision, decisionSentence, planSentence } from "@ballast/core";

/** A decision in words, with what its plan moves. */
export function decisionText(decision: Decision): string {
  const { outcome } = decision;
  const sentence = decisionSentence(decision);
  return outcome.kind === "propose"
    ? `${sentence} ${planSentence(outcome.plan)} ${boundsSentence(outcome.plan)}`
    : sentence;
}
