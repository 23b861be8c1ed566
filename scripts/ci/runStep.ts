import { spawn } from "node:child_process";
import type { Step } from "./steps.ts";

export type StepResult = { readonly ok: boolean; readonly output: string; readonly seconds: number };

/** Runs one step. A runner's output goes to `show` as it comes; of the others it is kept, to be shown if they fail. */
export function runStep(
  step: Step,
  { cwd, show }: { cwd: string; show: (chunk: Buffer) => void },
): Promise<StepResult> {
  const began = performance.now();
  const [file = "", ...args] = step.command;
  const env = { ...process.env, ...step.env };
  const child = spawn(file, args, { cwd: step.cwd ?? cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
      if (step.runner) show(chunk);
    });
  }
  return new Promise((resolve) => {
    const end = (ok: boolean) => resolve({ ok, output, seconds: (performance.now() - began) / 1000 });
    child.once("error", (error) => {
      output += `${file} cannot be run: ${error.message}\n`;
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}
