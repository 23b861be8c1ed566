/** The keeper's memory file exists and cannot be trusted. Acting without it could act on a rolled-back policy, so the keeper stops. */
export class MemoryFileError extends Error {
  override readonly name = "MemoryFileError";
  readonly file: string;
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(
      `The keeper's memory file ${file} is not usable: ${problems.join("; ")}. ` +
        "It holds the policy version floor. Restore it from a backup, or move it away and start with --policy-floor set to the version last acted on.",
    );
    this.file = file;
    this.problems = problems;
  }
}
