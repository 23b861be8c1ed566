import { parseArgs } from "node:util";

/** A flag of `npm start` that is not known or has a value out of range. Exit code 2. */
export class BadStartOption extends Error {
  constructor(message: string) {
    super(`${message} See: npm start -- --help`);
    this.name = "BadStartOption";
  }
}

export type StartOptions = {
  readonly fresh: boolean;
  readonly help: boolean;
  /** Preferred port of the admin and of the local chain; the next free one is taken when it is busy. */
  readonly adminPort: number;
  readonly devnetPort: number;
};

export const START_HELP = `npm start [-- OPTIONS]   start Postgres, a local chain, the keeper and the admin on this machine

  --fresh            forget everything that earlier runs left in .ballast/ and begin anew
  --port N           port of the admin (default 3000, or the next free one)
  --devnet-port N    port of the local chain (default 8545, or the next free one)
  --help             this text
`;

function port(flag: string, text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= 65_535) return value;
  throw new BadStartOption(`--${flag} must be a port from 1 to 65535, not "${text}".`);
}

/** @throws BadStartOption */
export function startOptions(args: readonly string[]): StartOptions {
  const options = {
    fresh: { type: "boolean", default: false },
    help: { type: "boolean", default: false, short: "h" },
    port: { type: "string", default: "3000" },
    "devnet-port": { type: "string", default: "8545" },
  } as const;
  const values = parse(() => parseArgs({ args: [...args], options, allowPositionals: false }).values);
  return {
    fresh: values.fresh,
    help: values.help,
    adminPort: port("port", values.port),
    devnetPort: port("devnet-port", values["devnet-port"]),
  };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof TypeError) throw new BadStartOption(`${error.message.split(". ")[0]}.`);
    throw error;
  }
}
