import { compareState } from "./compareState.ts";
import type { Observation } from "./observation.ts";
import { at, type Fields, type RecordedStep } from "./recordedStep.ts";
import { revertText } from "./revertText.ts";
import { StepProblem } from "./StepProblem.ts";

/** What every step has or may have; gas is not compared. */
const COMMON = ["i", "action", "args", "before", "after", "reverted", "gasUsed", "note"];

/**
 * Compares everything that is recorded of a step with what was found.
 * @throws StepProblem at the first thing that differs, is missing or is not known
 */
export function compareStep(step: RecordedStep, observation: Observation): void {
  compareState(step, { side: "before", state: observation.before });
  compareOutcome(step, observation);
  compareState(step, { side: "after", state: observation.after });
}

function compareOutcome(step: RecordedStep, { reverted, outputs, act }: Observation): void {
  const recorded = step.reverted === undefined ? "it passed" : revertText(String(step.reverted));
  const found = reverted === undefined ? "it passed" : revertText(reverted);
  if (recorded !== found) throw new StepProblem({ field: "reverted", recorded, found });
  for (const { field } of act.outputs) {
    const value = at(step, field);
    // Of a step that reverted, a file may keep what was read before it.
    if (reverted !== undefined && value === undefined) continue;
    const read = String(outputs.get(field));
    if (value === undefined || String(value) !== read)
      throw new StepProblem({ field, recorded: value, found: read });
  }
  refuseUnknown(step, { known: [...COMMON, ...act.outputs.map(({ field }) => field)], under: "" });
  refuseUnknown(Object(step.args) as Fields, { known: [...act.args, "note"], under: "args." });
}

function refuseUnknown(fields: Fields, { known, under }: { known: readonly string[]; under: string }): void {
  const strange = Object.keys(fields).find((field) => !known.includes(field));
  if (strange === undefined) return;
  const recorded = fields[strange];
  throw new StepProblem({ field: under + strange, recorded, found: "nothing here compares this" });
}
