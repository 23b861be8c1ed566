/** A recorded step or vector cannot be replayed as it stands: a field is missing, or is not what it should be. */
export class StepProblem extends Error {
  override readonly name = "StepProblem";
  readonly field: string;
  readonly recorded: string;
  readonly wanted: string;

  constructor({ field, recorded, wanted }: { field: string; recorded: unknown; wanted: string }) {
    const text = JSON.stringify(recorded) ?? "nothing";
    super(`${field} is ${text}, but must be ${wanted}. Record the file again, or correct it.`);
    this.field = field;
    this.recorded = text;
    this.wanted = wanted;
  }
}
