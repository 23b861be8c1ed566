// `npm start`: Postgres, the local chain, the keeper and the admin of this checkout.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runStack } from "./runStack.ts";
import { services } from "./services.ts";
import { stackPaths } from "./stackPaths.ts";
import { BadStartOption, START_HELP, startOptions } from "./startOptions.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

async function main(): Promise<number> {
  const options = startOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(START_HELP);
    return 0;
  }
  return runStack({
    paths: stackPaths(root),
    options,
    services,
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadStartOption ? 2 : 1;
}
// Our channel to the bootstrap would keep us alive.
if (process.connected) process.disconnect();
