import { statfs } from "node:fs/promises";
import { type Check, fine, warn } from "./check.ts";

const LEAST_BYTES = 1024n ** 3n;

/** Free space where the keeper keeps its memory file. */
export async function checkDisk(directory: string): Promise<Check> {
  try {
    const { bavail, bsize } = await statfs(directory, { bigint: true });
    const free = bavail * bsize;
    const detail = `${free / 1024n ** 2n} MiB free at ${directory}`;
    const todo = "Free some space: the keeper stops when it cannot write its memory file.";
    return free < LEAST_BYTES ? warn("Disk", { detail, todo }) : fine("Disk", detail);
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    return warn("Disk", {
      detail: `${directory}: ${code}`,
      todo: "Create the directory or correct BALLAST_STATE_DIR.",
    });
  }
}
