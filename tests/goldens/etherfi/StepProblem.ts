/** A recorded step differs from what was found, or cannot be replayed as it stands. */
export class StepProblem extends Error {
  override readonly name = "StepProblem";
  /** path of what differs, such as `after.totalShares` */
  readonly field: string;
  readonly recorded: string;
  readonly found: string;

  constructor({ field, recorded, found }: { field: string; recorded: unknown; found: string }) {
    const text = typeof recorded === "string" ? recorded : (JSON.stringify(recorded) ?? "nothing");
    super(`${field}: the file says ${text}, but: ${found}`);
    this.field = field;
    this.recorded = text;
    this.found = found;
  }
}
