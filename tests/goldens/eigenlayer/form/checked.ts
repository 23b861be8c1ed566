import type { GoldenCheck } from "../../golden.ts";
import type { Difference } from "./firstDifference.ts";
import { StepProblem } from "./StepProblem.ts";

type Name = { readonly kind: string; readonly name: string };

/** The check of one comparison. A problem with the recording fails it; any other error is ours and goes on. */
export async function checked(
  name: Name,
  compare: () => Difference | null | Promise<Difference | null>,
): Promise<GoldenCheck> {
  try {
    const difference = await compare();
    return difference === null
      ? { ...name, outcome: "passed" }
      : { ...name, outcome: "failed", ...difference };
  } catch (error) {
    if (!(error instanceof StepProblem)) throw error;
    const { field, recorded, message } = error;
    return { ...name, outcome: "failed", field, recorded, found: `not replayed: ${message}` };
  }
}
