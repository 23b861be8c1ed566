/** The admin can't start: one line for each environment variable that is missing or wrong, with what to set it to. */
export class EnvError extends Error {
  readonly problems: readonly { readonly name: string; readonly problem: string }[];

  constructor(problems: readonly { readonly name: string; readonly problem: string }[]) {
    const lines = problems.map(({ name, problem }) => `  ${name}: ${problem}`);
    super(`The admin can't start, its environment is incomplete:\n${lines.join("\n")}`);
    this.name = "EnvError";
    this.problems = problems;
  }
}
