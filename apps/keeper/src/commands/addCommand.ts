import type { Command } from "commander";
import { env } from "../config/env.ts";
import { type Config, loadConfig } from "../config/loadConfig.ts";
import { type Option, type OptionName, options } from "../config/options.ts";
import type { Outcome } from "./outcome.ts";
import { runCommand } from "./runCommand.ts";

type Given = Readonly<Record<string, string | boolean | undefined>>;

export type CommandSpec<Names extends OptionName> = {
  /** With its arguments, as commander writes them: `explain <tick>`. */
  readonly usage: string;
  readonly help: string;
  readonly settings: readonly Names[];
  /** Flags of this command alone. */
  readonly flags?: readonly { readonly flag: string; readonly help: string }[];
  run(input: {
    readonly args: readonly string[];
    readonly flags: Given;
    readonly config: Config<Names>;
  }): Promise<Outcome>;
};

/**
 * Adds a command whose settings come from flags, environment and defaults, and whose answer prints as text or, with --json, as one document. Returns it, for
 * commands of its own.
 */
export function addCommand<const Names extends OptionName>(
  parent: Command,
  spec: CommandSpec<Names>,
): Command {
  const command = parent
    .command(spec.usage)
    .description(spec.help)
    .option("--json", "print one JSON document");
  for (const { flag, help } of spec.flags ?? []) command.option(flag, help);
  for (const name of spec.settings) command.option(options[name].flag, describe(options[name]));
  command.action(async () => {
    const flags = command.opts<Given>();
    process.exitCode = await runCommand(
      () => {
        const config = loadConfig(spec.settings, { flags: texts(flags), env });
        return spec.run({ args: command.args, flags, config });
      },
      {
        json: flags.json === true,
        streams: { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
      },
    );
  });
  return command;
}

function describe({ env: name, help, fallback }: Option<unknown>): string {
  return `${help} (${name}${fallback === undefined ? "" : `, ${fallback} unless set`})`;
}

function texts(flags: Given): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(flags).map(([name, value]) => [name, typeof value === "string" ? value : undefined]),
  );
}
