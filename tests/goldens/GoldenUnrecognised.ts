/** A file has the form of no protocol that can be replayed. */
export class GoldenUnrecognised extends Error {
  override readonly name = "GoldenUnrecognised";
  readonly file: string;
  readonly known: readonly string[];

  constructor(file: string, known: readonly string[]) {
    super(
      `${file} has the form of no protocol that can be replayed. There are ${known.join(", ")}: name one of their recordings.`,
    );
    this.file = file;
    this.known = known;
  }
}
