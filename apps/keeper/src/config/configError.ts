/** A setting is missing or wrong. Bad usage: the process ends with code 2. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly { readonly setting: string; readonly message: string }[];

  constructor(problems: readonly { readonly setting: string; readonly message: string }[]) {
    const lines = problems.map(({ setting, message }) => `  ${setting}: ${message}`);
    super(`The configuration is not usable.\n${lines.join("\n")}`);
    this.problems = problems;
  }
}
