import { linkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAlive } from "./isAlive.ts";
import { processIdentity } from "./processIdentity.ts";
import { readJson } from "./readJson.ts";
import type { ProcessRecord } from "./stackState.ts";

/** The process that this one is, as others can recognise it. */
export function ownRecord(name: string): ProcessRecord {
  return { name, pid: process.pid, started: processIdentity(process.pid)?.started ?? "" };
}

/**
 * Takes the checkout's lock file. Answers undefined when it is ours now, or the live process that holds it. A lock left
 * by a dead process is taken over.
 */
export function takeStackLock(path: string): ProcessRecord | undefined {
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(ownRecord("supervisor")), { flag: "wx", mode: 0o600 });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readJson<ProcessRecord>(path);
    if (holder && isAlive(holder)) return holder;
    if (holder) setAside(path, holder);
  }
}

/** Removes a dead holder's lock; one that somebody else took in the same moment is put back. */
function setAside(path: string, dead: ProcessRecord): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readJson<ProcessRecord>(aside)?.started !== dead.started) linkSync(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  }
  rmSync(aside, { force: true });
}

/** Gives the lock back. */
export function releaseStackLock(path: string): void {
  rmSync(path, { force: true });
}
