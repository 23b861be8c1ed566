import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { OptionError } from "../errors.ts";

/** What the command line asks for. */
export type Command = { readonly name: "help" } | ({ readonly name: "up" } & UpCommand);

export interface UpCommand {
  readonly port: number;
  readonly stateDir: string;
  readonly fresh: boolean;
  readonly blockSeconds: number;
  readonly historyDays: number;
  /** ends when the process that started it ends */
  readonly withParent: boolean;
}

export const usage = `Usage: node packages/devnet/src/bin.ts up --port N --state DIR [options]

  --port N            port of the first endpoint on 127.0.0.1, 0 for any (the second is the next one, if it is free)
  --state DIR         where the chain is kept; continues it when there is one
  --fresh             begins anew
  --block-seconds N   seconds between blocks, 1 to 3600 (4)
  --history-days N    days that a new chain looks back on, 0 to 90 (30)
  --with-parent       stops when the process that started it ends
  --help              this text

DATABASE_URL, when set: seeds the devnet's treasury there and answers the admin's scenario requests.
Scenario requests need it; without it the devnet answers RPC alone.
`;

const options = {
  port: { type: "string" },
  state: { type: "string" },
  fresh: { type: "boolean", default: false },
  "block-seconds": { type: "string", default: "4" },
  "history-days": { type: "string", default: "30" },
  "with-parent": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** @throws {OptionError} for an unknown command or option, a missing one, or a value outside its limits */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = strictly(argv);
  if (values.help) return { name: "help" };
  if (positionals.length !== 1 || positionals[0] !== "up")
    throw new OptionError({ option: "command", value: positionals.join(" "), limit: '"up" (see --help)' });
  if (values.state === undefined || values.state === "")
    throw new OptionError({ option: "--state", value: values.state, limit: "a directory" });
  return {
    name: "up",
    port: integer("--port", { text: values.port, min: 0, max: 65_534 }),
    stateDir: resolve(values.state),
    fresh: values.fresh,
    blockSeconds: integer("--block-seconds", { text: values["block-seconds"], min: 1, max: 3_600 }),
    historyDays: integer("--history-days", { text: values["history-days"], min: 0, max: 90 }),
    withParent: values["with-parent"],
  };
}

function strictly(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new OptionError({
      option: "command line",
      value: argv.join(" "),
      limit: `understood: ${error.message}`,
    });
  }
}

function integer(
  option: string,
  { text, min, max }: { text: string | undefined; min: number; max: number },
): number {
  const value = text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max))
    throw new OptionError({ option, value: text, limit: `an integer from ${min} to ${max}` });
  return value;
}
