import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { createRpc } from "../chain/rpc.ts";
import { StateInUseError } from "../errors.ts";
import { canKeepHistory } from "./canKeepHistory.ts";
import { saveHead } from "./savedState.ts";
import type { StateFiles } from "./stateFiles.ts";
import { writeFileAtomically } from "./writeFileAtomically.ts";

/** Who works on a state directory. */
export interface Processes {
  readonly devnetPid: number;
  readonly anvilPid: number;
  /** null while the chain is still being built or loaded: there is nothing to save yet */
  readonly anvilPort: number | null;
  /** the head with which this anvil began */
  readonly firstBlock: number;
}

export function recordProcesses(files: StateFiles, processes: Processes): void {
  writeFileAtomically(files.processes, Buffer.from(JSON.stringify(processes)));
}

export function forgetProcesses(files: StateFiles): void {
  rmSync(files.processes, { force: true });
}

/** How long a devnet that is just stopping, or has just lost its parent, is waited for. */
const patienceMs = 5_000;
const pollMs = 50;

/**
 * Makes sure that nobody works on the directory. A running devnet is left alone. An anvil whose devnet was killed still
 * holds the newest blocks: they are saved, and it is ended.
 * @throws {StateInUseError} when a devnet runs on it and does not end within 5 s
 */
export async function takeOver(files: StateFiles): Promise<void> {
  const devnetPid = await waitForEnd(files);
  if (!existsSync(files.processes)) return;
  const processes = readProcesses(files);
  if (isAnvilOf(files, processes.anvilPid)) {
    if (devnetPid !== null) throw new StateInUseError({ stateDir: files.dir, pid: devnetPid });
    await endOrphan(files, processes);
  }
  forgetProcesses(files);
}

async function endOrphan(files: StateFiles, { anvilPid, anvilPort, firstBlock }: Processes): Promise<void> {
  let isHistoryKept = false;
  if (anvilPort !== null) {
    const rpc = createRpc(`http://127.0.0.1:${anvilPort}`);
    await saveHead(rpc, files);
    isHistoryKept = await canKeepHistory(rpc, firstBlock);
  }
  // SIGTERM: anvil then writes its dump with the historical states.
  process.kill(anvilPid, isHistoryKept ? "SIGTERM" : "SIGKILL");
  while (isAnvilOf(files, anvilPid)) await delay(pollMs);
}

/** @returns the process id of the devnet that is still there after that time, or null */
async function waitForEnd(files: StateFiles): Promise<number | null> {
  for (const begun = Date.now(); existsSync(files.processes); await delay(pollMs)) {
    const { devnetPid } = readProcesses(files);
    if (!isAlive(devnetPid)) return null;
    if (Date.now() - begun > patienceMs) return devnetPid;
  }
  return null;
}

function readProcesses(files: StateFiles): Processes {
  return JSON.parse(readFileSync(files.processes, "utf8")) as Processes;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    // EPERM: alive, and another user's.
    return true;
  }
}

/**
 * The id may have gone to another program since; only our own anvil writes its dump into this directory. One that has ended
 * but was not yet collected by its parent has no command line any more.
 */
function isAnvilOf(files: StateFiles, pid: number): boolean {
  return isAlive(pid) && commandLine(pid).includes(files.dump);
}

function commandLine(pid: number): string {
  if (!existsSync("/proc/self/cmdline"))
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return "";
    throw error;
  }
}
