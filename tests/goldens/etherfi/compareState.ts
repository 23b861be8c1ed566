import type { State } from "./observation.ts";
import { at, type Fields, type RecordedStep } from "./recordedStep.ts";
import { StepProblem } from "./StepProblem.ts";

/**
 * Compares everything recorded on one side of a step.
 * @throws StepProblem at the first figure that differs, is missing, or is not known
 */
export function compareState(
  step: RecordedStep,
  { side, state }: { side: "before" | "after"; state: State },
): void {
  for (const [path, found] of Object.entries(state)) {
    const field = `${side}.${path}`;
    const recorded = at(step, field);
    if (recorded === undefined || String(recorded) !== String(found))
      throw new StepProblem({ field, recorded, found: String(found) });
  }
  const strange = pathsOf(step[side]).find((path) => !(path in state));
  if (strange === undefined) return;
  const field = `${side}.${strange}`;
  throw new StepProblem({ field, recorded: at(step, field), found: "nothing here knows this figure" });
}

function pathsOf(state: Fields): string[] {
  return Object.entries(state).flatMap(([key, value]) =>
    key === "holder" ? Object.keys(Object(value)).map((inner) => `holder.${inner}`) : [key],
  );
}
