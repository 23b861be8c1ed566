import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunAccount } from "./runAccount.ts";

/** `initdb` could not make a database cluster. */
export class InitdbFailed extends Error {
  readonly dir: string;
  constructor(dir: string, output: string) {
    super(
      `initdb could not make a Postgres cluster in ${dir}. Its last words:\n${output.trim().slice(-1500)}`,
    );
    this.name = "InitdbFailed";
    this.dir = dir;
  }
}

export type Cluster = {
  readonly native: string;
  readonly dir: string;
  readonly password: string;
  readonly account: RunAccount | undefined;
};

/** Makes the cluster `dir/data` unless it is there. Built beside and renamed, so half a cluster is never taken for one. */
export function initCluster({ native, dir, password, account }: Cluster): string {
  const dataDir = join(dir, "data");
  if (existsSync(join(dataDir, "PG_VERSION"))) return dataDir;
  const making = join(dir, "data.making");
  const passwordFile = join(dir, "initial-password");
  rmSync(making, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [making, passwordFile]) chownSync(path, account.uid, account.gid);
  const args = ["-D", making, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const run = spawnSync(
    join(native, "bin", "initdb"),
    [...args, "--encoding=UTF8", "--locale=C", "--no-sync"],
    {
      ...account,
      cwd: dir,
      encoding: "utf8",
    },
  );
  rmSync(passwordFile, { force: true });
  if (run.status !== 0)
    throw new InitdbFailed(dir, `${run.error?.message ?? ""}\n${run.stdout}\n${run.stderr}`);
  renameSync(making, dataDir);
  return dataDir;
}
