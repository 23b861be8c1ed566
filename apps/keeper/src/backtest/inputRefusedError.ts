/** More than these are counted, not told. */
const TOLD = 20;

/** A policy or a tape that cannot be used, with every reason. */
export class InputRefusedError extends Error {
  override readonly name = "InputRefusedError";
  readonly file: string;
  readonly problems: readonly string[];

  constructor({ file, problems }: { readonly file: string; readonly problems: readonly string[] }) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const rest = problems.length > TOLD ? [`  … and ${problems.length - TOLD} more.`] : [];
    const told = problems.slice(0, TOLD).map((each) => `  ${each}`);
    super([`${file}: ${count}`, ...told, ...rest].join("\n"));
    this.file = file;
    this.problems = problems;
  }
}
