import { type AllocationAnswer, type Finding, optimisation, type RuleContext } from "@ballast/core";
import type { Solver } from "./solver.ts";

type Asked = { readonly context: RuleContext; readonly findings: readonly Finding[] };

/** The allocator's answer: core asks, the solver solves. */
export async function allocate(
  { solve }: Pick<Solver, "solve">,
  { context, findings }: Asked,
): Promise<AllocationAnswer> {
  const asking = optimisation(context, findings);
  let step = asking.next();
  while (step.done !== true) step = asking.next(await solve(step.value));
  return step.value;
}
