// Builds the admin (argument: production or devnet), unless the build on disk is of these sources.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { adminBuild } from "../stack/adminBuild.ts";
import { lastLines, startChild } from "../stack/child.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const [kind = ""] = process.argv.slice(2);
if (kind !== "production" && kind !== "devnet") {
  process.stderr.write(`buildAdmin: the argument is production or devnet, not "${kind}".\n`);
  process.exit(2);
}
const log = join(root, ".ballast", "logs", `admin-build-${kind}.log`);
const build = existsSync(join(root, "apps", "admin", "next.config.ts"))
  ? adminBuild({ root, log, devnet: kind === "devnet" })
  : undefined;
if (build) {
  const child = startChild(build.spec);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void child.stop(5_000));
  const { code } = await child.exited;
  if (code === 0) build.done();
  else process.stderr.write(`${lastLines(log, 200)}\n`);
  process.exitCode = code === 0 ? 0 : 1;
}
