// `npm test`: every check of the project, in order.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "./chromium.ts";
import { runSteps } from "./runSteps.ts";
import { browserStep, hasBrowserTests, steps } from "./steps.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
let stopped = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => (stopped = true));

process.exitCode = await runSteps({
  root,
  steps: steps(root),
  browser: () => (hasBrowserTests(root) ? browserStep(root, chromium()) : undefined),
  say: (line) => process.stdout.write(`${line}\n`),
  show: (chunk) => process.stdout.write(chunk),
  stopped: () => stopped,
});
if (process.connected) process.disconnect();
