import loadHighs from "highs";
import type { LinearProblem, LinearSolution } from "../optimise/linearProblem.ts";
import { lpText } from "../optimise/lpText.ts";
import { optimisation } from "../optimise/optimisation.ts";
import type { AllocationAnswer } from "../plan/types.ts";
import type { Finding } from "../policy/finding.ts";
import type { RuleContext } from "../policy/rule.ts";
import { WAD_ONE } from "../units/wadMath.ts";

/** Its types are written for `require`, where the loader is under `default`; an import has it directly. */
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

const MILLIONTH = 10n ** 6n;

/** As the keeper sets them. */
const OPTIONS = {
  output_flag: false,
  threads: 1,
  random_seed: 0,
  mip_rel_gap: 1e-6,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_heuristic_run_shifting: false,
  mip_heuristic_run_zi_round: false,
};

/** The keeper's solver, in place, for tests of what is decided from its answers. */
export function solveHere(problem: LinearProblem): LinearSolution {
  const found = highs.solve(lpText(problem), OPTIONS);
  if (found.Status === "Infeasible") return { outcome: "infeasible" };
  if (found.Status !== "Optimal") throw new Error(found.Status);
  const values = problem.columns.map(({ name, kind }) => {
    const value = found.Columns[name]?.Primal ?? 0;
    if (kind === "choice") return [name, value > 0.5 ? WAD_ONE : 0n] as const;
    return [name, BigInt(Math.round(value * 1e6)) * MILLIONTH] as const;
  });
  return { outcome: "optimal", values: new Map(values) };
}

/** The allocator with that solver. */
export function allocate(context: RuleContext, findings: readonly Finding[]): AllocationAnswer {
  const asking = optimisation(context, findings);
  let step = asking.next();
  while (step.done !== true) step = asking.next(solveHere(step.value));
  return step.value;
}
