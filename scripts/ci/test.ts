// `npm test`: every check in order; a failed one does not keep the later ones from running. Exit 1 if any failed.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ChromiumMissing, chromium } from "./chromium.ts";
import { closing } from "./closing.ts";
import { runStep } from "./runStep.ts";
import { browserStep, hasBrowserTests, type Step, steps } from "./steps.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const say = (line: string) => process.stdout.write(`${line}\n`);
const failed: string[] = [];
const closings: { step: string; lines: readonly string[] }[] = [];
const total = { passed: 0, failed: 0 };
let stopped = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => (stopped = true));

async function take(step: Step): Promise<void> {
  if (stopped) return;
  say(`\n▶ ${step.name} …`);
  const { ok, output, seconds } = await runStep(step, root);
  if (!ok) failed.push(step.name);
  if (!ok && !step.runner) say(output.trimEnd());
  say(`${ok ? "✓" : "✗"} ${step.name}  ${seconds.toFixed(1)} s`);
  if (!step.runner) return;
  const end = closing(output);
  closings.push({ step: step.name, lines: end.lines });
  total.passed += end.passed;
  total.failed += end.failed;
}

async function takeBrowserTests(): Promise<void> {
  if (!hasBrowserTests(root)) return;
  try {
    await take(browserStep(root, chromium()));
  } catch (error) {
    if (!(error instanceof ChromiumMissing)) throw error;
    failed.push("browser tests");
    closings.push({ step: "browser tests", lines: [error.message] });
  }
}

for (const step of steps(root)) await take(step);
if (!stopped) await takeBrowserTests();
for (const { step, lines } of closings) say(`\n${step}:\n${lines.join("\n")}`);
say(failed.length === 0 ? "\nEverything passed." : `\nFailed: ${failed.join(", ")}.`);
say(`Total: ${total.passed} passed, ${Math.max(total.failed, failed.length)} failed`);
process.exitCode = stopped ? 130 : failed.length === 0 ? 0 : 1;
if (process.connected) process.disconnect();
