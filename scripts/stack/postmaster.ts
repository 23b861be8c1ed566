import { readFileSync } from "node:fs";
import { join } from "node:path";
import { processIdentity } from "./processIdentity.ts";

/** A live Postgres server on a data directory, as its `postmaster.pid` tells. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

/** The live server of `dataDir`; undefined when there is none, or when the file was left behind by a dead one. */
export function postmaster(dataDir: string): Postmaster | undefined {
  const lines = readPidFile(dataDir);
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port)) return undefined;
  const found = processIdentity(pid);
  // The same number may by now belong to another program: only a server started on this folder counts.
  if (!found?.command.includes(dataDir)) return undefined;
  return { pid, port, ready: lines[7]?.trim() === "ready" };
}

function readPidFile(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
