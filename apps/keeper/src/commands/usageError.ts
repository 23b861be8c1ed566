/** The command line asks for something that does not exist. The process ends with code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
