import { decide } from "../decision/decide.ts";
import { decisionInputs } from "../decision/decisionInputs.ts";
import type { Decision } from "../decision/types.ts";
import type { Plan } from "../plan/types.ts";
import { evaluate } from "../policy/evaluate.ts";
import type { RuleContext } from "../policy/rule.ts";
import { allocate } from "./solveWith.ts";

/** The whole way from a context to a decision, as the keeper goes it. */
export function decideFor(context: RuleContext): Decision {
  const findings = evaluate(context);
  const answer = allocate(context, findings);
  return decide({ context, inputs: decisionInputs(context, answer), findings, answer });
}

/** The plan of a decision that proposes. */
export function proposedPlan({ outcome }: Decision): Plan {
  if (outcome.kind !== "propose") throw new Error(`${outcome.kind} ${outcome.because}`);
  return outcome.plan;
}

/** `propose better-yield`. */
export function outcomeOf({ outcome }: Decision): string {
  return `${outcome.kind} ${outcome.because}`;
}
