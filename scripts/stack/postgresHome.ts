import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { canReach } from "./canReach.ts";
import { privateTempDir } from "./privateTempDir.ts";
import { runAccount } from "./runAccount.ts";
import type { StackPaths } from "./stackPaths.ts";

/** The folder for Postgres' data: in the state directory, or, where its user cannot get in there, in the temp directory. */
export function postgresHome(paths: StackPaths): { dir: string; elsewhere: boolean } {
  mkdirSync(paths.state, { recursive: true, mode: 0o711 });
  const account = runAccount();
  if (!account || canReach(account, paths.state))
    return { dir: join(paths.state, "postgres"), elsewhere: false };
  return { dir: join(privateTempDir(paths.root), "postgres"), elsewhere: true };
}
