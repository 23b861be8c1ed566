import { spawnSync } from "node:child_process";
import type { RunAccount } from "./runAccount.ts";

/** Whether `account` may enter (a folder) or execute (a file) `path`; asked of the kernel, not guessed from modes. */
export function canReach(account: RunAccount | undefined, path: string): boolean {
  const run = spawnSync("test", ["-x", path], { cwd: "/", ...account });
  return run.status === 0;
}
