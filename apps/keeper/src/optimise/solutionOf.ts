import { type LinearProblem, type LinearSolution, WAD_ONE } from "@ballast/core";

/** What the solver's thread answers: its own word for how it ended, and every column in millionths of the account, or 0 and 1. */
export type Found = { readonly status: string; readonly primals: ReadonlyMap<string, number> };

/** Millionths of the account to the millionth: far more than doubles of that size lose. */
const DIGITS = 1e6;
const WAD_PER_DIGIT = 10n ** 6n;

/** The solver's doubles as integers, rounded to the nearest. What ended without proof of the optimum counts as late. */
export function solutionOf({ columns }: LinearProblem, { status, primals }: Found): LinearSolution {
  if (status === "Infeasible") return { outcome: "infeasible" };
  if (status !== "Optimal") return { outcome: "timeout" };
  const values = columns.map(({ name, kind }) => {
    const value = primals.get(name) ?? 0;
    if (kind === "choice") return [name, value > 0.5 ? WAD_ONE : 0n] as const;
    return [name, BigInt(Math.round(value * DIGITS)) * WAD_PER_DIGIT] as const;
  });
  return { outcome: "optimal", values: new Map(values) };
}
