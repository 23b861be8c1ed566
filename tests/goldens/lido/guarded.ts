import type { Difference } from "./differences.ts";
import { StepProblem } from "./StepProblem.ts";

/** What a comparison finds; where it cannot be made, the field that is wrong. Nothing else is caught. */
export async function guarded(compare: () => Promise<readonly Difference[]> | readonly Difference[]) {
  try {
    return await compare();
  } catch (error) {
    if (!(error instanceof StepProblem)) throw error;
    return [{ field: error.field, recorded: error.recorded, found: `it must be ${error.wanted}` }];
  }
}
