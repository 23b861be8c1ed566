import {
  decide,
  decisionInputs,
  evaluate,
  type LinearSolution,
  optimisation,
  type PlanFigures,
  type RuleContext,
} from "@ballast/core";
import { solveHere } from "../../packages/core/src/testing/solveWith.ts";
import type { Opinion } from "./secondOpinion.ts";

export type Answered = Opinion & {
  /** What the decision says of it: `propose better-yield`, `hold gain-below-cost`. */
  readonly decided: string;
  /** Of the plan that is proposed. */
  readonly figures: PlanFigures | null;
};

const WAD = 10n ** 18n;

function chosenIn({ outcome }: ReturnType<typeof decide>): string[] {
  const actions = outcome.kind === "propose" ? outcome.plan.actions : [];
  return actions.map(({ kind, position }) => `${kind === "exit" ? "sell" : "buy"} ${position}`).sort();
}

/** The engine's own answer for an account: the optimum of its first problem, and what is decided from all of them. */
export function firstOpinion(context: RuleContext): Answered {
  const findings = evaluate(context);
  const asking = optimisation(context, findings);
  const total = context.snapshot.positions.reduce((sum, { value }) => sum + value, 0n);
  let step = asking.next();
  const sought = step.done === true ? [] : step.value.objective;
  let best: LinearSolution | null = null;
  while (step.done !== true) {
    const { objective } = step.value;
    const solution = solveHere(step.value);
    // The first question may be asked again with rows that its answer broke.
    if (objective === sought) best = solution;
    step = asking.next(solution);
  }
  const values = best?.outcome === "optimal" ? best.values : new Map<string, bigint>();
  const gain = sought.reduce(
    (sum, { column, times }) => sum + (times * (values.get(column) ?? 0n)) / WAD,
    0n,
  );
  const answer = step.value;
  const decision = decide({ context, inputs: decisionInputs(context, answer), findings, answer });
  const { outcome } = decision;
  return {
    status: best?.outcome ?? "none",
    gain: (Number(gain) * Number(total)) / 1e36,
    chosen: chosenIn(decision),
    decided: `${outcome.kind} ${outcome.because}`,
    figures: outcome.kind === "propose" ? outcome.plan.figures : null,
  };
}
