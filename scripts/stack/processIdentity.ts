import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a process is, beyond a number that the system hands out again: its command line and its start. */
export type ProcessIdentity = { readonly command: string; readonly started: string };

function fromProc(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { command, started: fields[19] ?? "" };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return undefined;
    throw error;
  }
}

function fromPs(pid: number): ProcessIdentity | undefined {
  const run = spawnSync("ps", ["-o", "lstart=,command=", "-p", String(pid)], { encoding: "utf8" });
  const line = run.stdout.trim();
  if (run.status !== 0 || line === "") return undefined;
  return { started: line.slice(0, 24), command: line.slice(24).trim() };
}

/** The identity of a live process; undefined when there is none (a zombie counts as gone). */
export function processIdentity(pid: number): ProcessIdentity | undefined {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}
