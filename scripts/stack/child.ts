import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { processIdentity } from "./processIdentity.ts";
import type { ProcessRecord } from "./stackState.ts";
import { waitUntil } from "./waitUntil.ts";

export type ChildSpec = {
  readonly name: string;
  /** Arguments of our own Node. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: string;
};

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Child = {
  readonly record: ProcessRecord;
  readonly log: string;
  readonly exited: Promise<Exit>;
  /** How it ended; undefined while it runs. */
  readonly exit: () => Exit | undefined;
  /** TERM to the child alone, so that it can end its own children in order; KILL to its whole group after `graceMs`. */
  readonly stop: (graceMs: number) => Promise<void>;
};

/**
 * Starts a child in a session of its own, so that a signal to our group does not reach it: order of stopping is ours.
 * It writes straight into its log file, not through us: if we are killed it neither blocks nor breaks.
 */
export function startChild(spec: ChildSpec): Child {
  mkdirSync(dirname(spec.log), { recursive: true, mode: 0o700 });
  if (existsSync(spec.log)) renameSync(spec.log, `${spec.log}.1`);
  const log = openSync(spec.log, "a", 0o600);
  const child = spawn(process.execPath, spec.args, {
    cwd: spec.cwd,
    env: { ...process.env, ...spec.env },
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  const end: { exit?: Exit } = {};
  const exited = exitOf(child).then((exit) => {
    killGroup(pid, "SIGKILL");
    end.exit = exit;
    return exit;
  });
  const record = { name: spec.name, pid, started: processIdentity(pid)?.started ?? "" };
  return {
    record,
    log: spec.log,
    exited,
    exit: () => end.exit,
    stop: (graceMs) => stop({ pid, graceMs, over: () => end.exit !== undefined }),
  };
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}

/** Signals every process that is left in the group of `pid`; none left is fine. */
export function killGroup(pid: number, signal: NodeJS.Signals): void {
  signalTo(-pid, signal);
}

function signalTo(target: number, signal: NodeJS.Signals): void {
  // 0 is a child that could not be started; to the system it would mean our own group.
  if (target === 0) return;
  try {
    process.kill(target, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function stop({
  pid,
  graceMs,
  over,
}: {
  pid: number;
  graceMs: number;
  over: () => boolean;
}): Promise<void> {
  if (over()) return;
  signalTo(pid, "SIGTERM");
  if (await waitUntil(over, { forMs: graceMs })) return;
  killGroup(pid, "SIGKILL");
  await waitUntil(over, { forMs: 5_000 });
}

/** The last `count` lines that a child wrote. */
export function lastLines(log: string, count = 20): string {
  return readFileSync(log, "utf8").trimEnd().split("\n").slice(-count).join("\n");
}
