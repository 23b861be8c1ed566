/** A step or a vector that cannot be replayed as it was recorded. It fails; the others go on. */
export class StepProblem extends Error {
  override readonly name = "StepProblem";
  /** path in the step, such as `args.strategy` */
  readonly field: string;
  readonly recorded: string;
  /** what should have been there */
  readonly wanted: string;

  constructor({ field, recorded, wanted }: { field: string; recorded: unknown; wanted: string }) {
    const shown = recorded === undefined ? "nothing" : JSON.stringify(recorded);
    super(`${field} is ${shown}: it must be ${wanted}. Record it again, or correct the file.`);
    this.field = field;
    this.recorded = shown;
    this.wanted = wanted;
  }
}
