import { parseCommand, usage } from "./cli/parseCommand.ts";
import { OptionError } from "./errors.ts";

/** Exit codes: 0 stopped as asked, 1 failed, 2 bad usage. */
async function main(argv: readonly string[]): Promise<number> {
  const command = parseCommand(argv);
  // Loaded only now: usage and its errors need none of the packages behind it.
  if (command.name === "up")
    return (await import("./cli/up.ts")).up(command, { databaseUrl: process.env.DATABASE_URL || undefined });
  process.stdout.write(usage);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`devnet: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof OptionError ? 2 : 1);
  },
);
