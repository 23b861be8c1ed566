/** A file that was named cannot be read. */
export class GoldenFileUnreadable extends Error {
  override readonly name = "GoldenFileUnreadable";
  readonly file: string;

  constructor(file: string, cause: unknown) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    super(`${file} cannot be read (${code}). Check the name: it is taken from where you stand.`, { cause });
    this.file = file;
  }
}
