// Runs Postgres, a fresh local chain, the keeper and one build of the admin in a folder, until standard input closes:
// at the end of the tests, or when they were killed and could not end it themselves.
import { join } from "node:path";
import { freePort } from "../../../scripts/stack/freePort.ts";
import { StackStopped, Supervisor } from "../../../scripts/stack/supervisor.ts";
import { pathsIn } from "./paths.ts";
import { servicesWith } from "./services.ts";

const [build = "", state = ""] = process.argv.slice(2);
if ((build !== "production" && build !== "devnet") || state === "") {
  process.stderr.write("The arguments are production or devnet, and a folder.\n");
  process.exit(2);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

const adminPort = await freePort(0);
const supervisor = new Supervisor({
  paths: pathsIn(state),
  postgresDir: join(state, "postgres"),
  options: { fresh: true, help: false, adminPort, devnetPort: await freePort(0, [adminPort]) },
  services: servicesWith(build),
  say: (line) => process.stdout.write(`${line}\n`),
});
process.stdin.resume();
process.stdin.once("close", () => supervisor.stop());
try {
  await supervisor.run();
} catch (error) {
  if (!(error instanceof StackStopped)) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
} finally {
  await supervisor.down();
}
process.exit();
