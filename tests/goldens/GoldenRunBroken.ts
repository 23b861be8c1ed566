/** A replay ended before its file did, for a reason that is not in the file. */
export class GoldenRunBroken extends Error {
  override readonly name = "GoldenRunBroken";
  readonly file: string;

  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `The replay of ${file} broke off: ${reason}. What follows in the file was not checked; run it again.`,
      {
        cause,
      },
    );
    this.file = file;
  }
}
