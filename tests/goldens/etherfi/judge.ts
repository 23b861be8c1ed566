import type { GoldenCheck } from "../golden.ts";
import { StepProblem } from "./StepProblem.ts";

/** A check by whether its comparison throws a StepProblem; whatever else it throws goes on. */
export function judge(check: { kind: string; name: string }, compare: () => void): GoldenCheck {
  try {
    compare();
    return { ...check, outcome: "passed" };
  } catch (error) {
    if (!(error instanceof StepProblem)) throw error;
    const { field, recorded, found } = error;
    return { ...check, outcome: "failed", field, recorded, found };
  }
}
