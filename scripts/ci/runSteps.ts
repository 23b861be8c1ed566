import { ChromiumMissing } from "./chromium.ts";
import { closing } from "./closing.ts";
import { runStep } from "./runStep.ts";
import type { Step } from "./steps.ts";

export type RunSteps = {
  readonly root: string;
  readonly steps: readonly Step[];
  /** The browser tests; asked for last, throws ChromiumMissing; undefined when there are none. */
  readonly browser: () => Step | undefined;
  readonly say: (line: string) => void;
  /** Gets the runners' output as it comes. */
  readonly show: (chunk: Buffer) => void;
  /** Somebody asked to stop: what runs ends, nothing more is begun. */
  readonly stopped: () => boolean;
};

type Tally = { readonly failed: string[]; readonly closings: string[]; passed: number; lost: number };

/** Runs every step whatever became of the earlier ones; the runners' closing lines come last. Answers the exit code. */
export async function runSteps(plan: RunSteps): Promise<number> {
  const { steps, say, stopped } = plan;
  const tally: Tally = { failed: [], closings: [], passed: 0, lost: 0 };
  for (const step of steps) if (!stopped()) await take({ step, plan, tally });
  if (!stopped()) await takeBrowser(plan, tally);
  const { failed, closings, passed, lost } = tally;
  for (const text of closings) say(`\n${text}`);
  if (stopped()) failed.push("stopped before the end");
  say(failed.length === 0 ? "\nEverything passed." : `\nFailed: ${failed.join(", ")}.`);
  // A check that is no test run counts as one failure, so that this line never says 0 failed of a failed run.
  say(`Total: ${passed} passed, ${Math.max(lost, failed.length)} failed`);
  if (stopped()) return 130;
  return failed.length === 0 ? 0 : 1;
}

async function take({ step, plan, tally }: { step: Step; plan: RunSteps; tally: Tally }): Promise<void> {
  plan.say(`\n▶ ${step.name} …`);
  const { ok, output, seconds } = await runStep(step, { cwd: plan.root, show: plan.show });
  if (!ok) tally.failed.push(step.name);
  if (!ok && !step.runner) plan.say(output.trimEnd());
  plan.say(`${ok ? "✓" : "✗"} ${step.name}  ${seconds.toFixed(1)} s`);
  if (!step.runner) return;
  const { lines, passed, failed } = closing(output);
  tally.closings.push([`${step.name}:`, ...lines].join("\n"));
  tally.passed += passed;
  tally.lost += failed;
}

async function takeBrowser(plan: RunSteps, tally: Tally): Promise<void> {
  try {
    const step = plan.browser();
    if (step) await take({ step, plan, tally });
  } catch (error) {
    if (!(error instanceof ChromiumMissing)) throw error;
    tally.failed.push("browser tests");
    tally.closings.push(`browser tests:\n${error.message}`);
  }
}
