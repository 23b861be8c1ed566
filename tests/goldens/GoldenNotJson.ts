/** A file is no JSON. */
export class GoldenNotJson extends Error {
  override readonly name = "GoldenNotJson";
  readonly file: string;

  constructor(file: string, cause: unknown) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    super(`${file} is no JSON: ${problem}. Record it again, or correct the file.`, { cause });
    this.file = file;
  }
}
