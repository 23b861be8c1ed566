// `npm run -s ballast -- …`: the keeper's command line, joined to this checkout's stack when one runs.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keeperCommand } from "./keeperCommand.ts";
import { stackEnv } from "./stackEnv.ts";
import { stackPaths } from "./stackPaths.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const cli = join(root, "apps", "keeper", "src", "cli.ts");
const child = spawn(process.execPath, [...keeperCommand(cli), ...process.argv.slice(2)], {
  env: { ...stackEnv(stackPaths(root)), ...process.env },
  stdio: "inherit",
});
// Signals come to our whole group, so the child has them already: it decides when to end, we wait.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
child.once("exit", (code, signal) => {
  process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  if (process.connected) process.disconnect();
});
