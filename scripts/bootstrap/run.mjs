import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";

const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs `script` in a process group of its own, hands every signal on to that group, waits, and answers the exit code.
 * The channel to the child closes when we are killed, so that it can stop what it started.
 */
export function run({ root, node, script, args, cwd }) {
  const path = [join(root, "node_modules", ".bin"), dirname(node), process.env.PATH].join(delimiter);
  const child = spawn(node, [script, ...args], {
    cwd,
    env: { ...process.env, PATH: path },
    detached: true,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const forward = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  };
  for (const signal of FORWARDED) process.on(signal, () => forward(signal));
  watchParent(() => forward("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** npm was killed without a word: its script is nobody's any more. */
function watchParent(onLoss) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onLoss();
  }, 500);
  timer.unref();
}
