// Ends the run's Postgres and removes its folder (the argument) as soon as standard input closes: at the end of the run,
// or when the run was killed and could not end it itself.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { stopPostmaster } from "../../scripts/stack/postgres.ts";

const [dir = ""] = process.argv.slice(2);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
process.stdin.resume();
process.stdin.once("close", async () => {
  await stopPostmaster(join(dir, "data"));
  rmSync(dir, { recursive: true, force: true });
});
