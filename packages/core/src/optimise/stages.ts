import { WAD_ONE } from "../units/wadMath.ts";
import type { Stage } from "./limit.ts";
import { ANY } from "./limits/batchLimits.ts";
import { lacking } from "./limits/needs.ts";
import { paybackTerms } from "./limits/payback.ts";
import type { LinearProblem, LinearSolution, Row } from "./linearProblem.ts";
import { linearProblemOf } from "./linearProblemOf.ts";
import { hasNeeds, type Model, shareUp } from "./model.ts";
import { netGain } from "./netGain.ts";
import { sumOf } from "./sumOf.ts";

/** A solution with the problem that it solves. */
type Solved =
  | {
      readonly outcome: "optimal";
      readonly problem: LinearProblem;
      readonly values: ReadonlyMap<string, bigint>;
    }
  | { readonly outcome: "infeasible" | "timeout" };

type Solving = Generator<LinearProblem, Solved, LinearSolution>;

function isSeldom(row: Row): boolean {
  return row.isSeldom === true;
}

/** Rows that are seldom broken are left to the answer to break, since each makes the search longer. */
function* solve(model: Model, stage: Stage): Solving {
  const problem = linearProblemOf(model, stage);
  const [seldom, rows] = [problem.rows.filter(isSeldom), problem.rows.filter((row) => !isSeldom(row))];
  const first = yield { ...problem, rows };
  if (first.outcome !== "optimal") return first;
  if (seldom.every(({ terms, atMost }) => sumOf(terms, first.values) <= atMost)) return { ...first, problem };
  const second = yield problem;
  return second.outcome === "optimal" ? { ...second, problem } : second;
}

/** For yield alone. Where nothing is worth its gas, what would gain most without it. */
function* improve(model: Model): Solving {
  const best = yield* solve(model, { kind: "gain" });
  if (best.outcome !== "optimal" || best.values.get(ANY) === WAD_ONE) return best;
  return yield* solve(model, { kind: "unpaid" });
}

/** What moves for yield beside the repair add to its net gain reaches the minimum. */
function isWorthIt(model: Model, [repair, beside]: readonly [Solved, Solved]): boolean {
  if (repair.outcome !== "optimal" || beside.outcome !== "optimal") return false;
  const { objective, costs } = model.context.policy;
  const terms = netGain(model, { over: objective.horizon, isGasFree: false });
  const more = sumOf(terms, beside.values) - sumOf(terms, repair.values);
  return more >= shareUp(model, costs.minimumNetGain);
}

/** First the least that must stay broken, then the best repair that leaves no more, then, if it is worth it, moves for yield beside it. */
function* mend(model: Model, isYieldSought: boolean): Solving {
  const least = yield* solve(model, { kind: "mend" });
  if (least.outcome !== "optimal") return least;
  const left = sumOf(lacking(model), least.values);
  const repair = yield* solve(model, { kind: "repair", left });
  if (repair.outcome !== "optimal" || !isYieldSought) return repair;
  const owed = sumOf(paybackTerms(model), repair.values);
  const beside = yield* solve(model, { kind: "beside", left, owed });
  return isWorthIt(model, [repair, beside]) ? beside : repair;
}

/** Solves what the account needs, one problem after the other. */
export function solveStages(model: Model, { isYieldSought }: { readonly isYieldSought: boolean }): Solving {
  return hasNeeds(model) ? mend(model, isYieldSought) : improve(model);
}
