import type { RecordedStep } from "./recordedStep.ts";
import type { Circumstances } from "./redemptionSteps.ts";
import type { RigValues } from "./rigValues.ts";
import { StepProblem } from "./StepProblem.ts";

/** What a formula may need beside its step. */
export type VectorContext = {
  readonly rig: RigValues;
  readonly steps: readonly RecordedStep[];
  readonly circumstances: ReadonlyMap<RecordedStep, Circumstances>;
};

/** A formula that the figures of a step must obey. */
export type Vector = {
  /** as it is counted: `vector <name>` */
  readonly name: string;
  /** of which steps */
  readonly applies: (step: RecordedStep) => boolean;
  /** @throws StepProblem where a recorded figure is not what the formula gives */
  readonly check: (step: RecordedStep, context: VectorContext) => void;
};

/** @throws StepProblem when they differ */
export function same(field: string, { recorded, found }: { recorded: bigint; found: bigint }): void {
  if (recorded !== found) throw new StepProblem({ field, recorded: String(recorded), found: String(found) });
}
