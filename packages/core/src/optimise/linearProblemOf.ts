import { negated, type Stage } from "./limit.ts";
import { limits } from "./limits/limits.ts";
import { lacking } from "./limits/needs.ts";
import type { LinearProblem, Term } from "./linearProblem.ts";
import type { Model } from "./model.ts";
import { netGain } from "./netGain.ts";

/** What the stage maximises. */
function objectiveOf(model: Model, { kind }: Stage): Term[] {
  if (kind === "mend") return negated(lacking(model));
  return netGain(model, { over: model.context.policy.objective.horizon, isGasFree: kind === "unpaid" });
}

/** The problem of one stage: the rows and columns of every limit, in their order, so that the same facts give the same problem. */
export function linearProblemOf(model: Model, stage: Stage): LinearProblem {
  const parts = limits.map((limit) => limit(model, stage));
  return {
    schema: "ballast/linear-problem/1",
    columns: parts.flatMap(({ columns }) => columns ?? []),
    rows: parts.flatMap(({ rows }) => rows).filter(({ terms }) => terms.length > 0),
    objective: objectiveOf(model, stage),
  };
}
