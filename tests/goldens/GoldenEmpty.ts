/** A file is of a known form but has nothing to compare: no figure of it was checked. */
export class GoldenEmpty extends Error {
  override readonly name = "GoldenEmpty";
  readonly file: string;

  constructor(file: string) {
    super(`${file} has nothing to compare: nothing was checked. Record it again with vectors or steps.`);
    this.file = file;
  }
}
