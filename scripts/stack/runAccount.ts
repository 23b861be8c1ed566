import { spawnSync } from "node:child_process";

/** The user and group a process is to run as. */
export type RunAccount = { readonly uid: number; readonly gid: number };

/** Neither `postgres` nor `nobody` exists, so a root user has nobody to run Postgres as. */
export class NoPostgresAccount extends Error {
  constructor() {
    super(
      "Postgres refuses to run as root, and this machine has neither a user `postgres` nor `nobody`. Run as an ordinary user, or add one: useradd --system postgres",
    );
    this.name = "NoPostgresAccount";
  }
}

function idOf(flag: "-u" | "-g", user: string): number | undefined {
  const run = spawnSync("id", [flag, user], { encoding: "utf8" });
  return run.status === 0 ? Number(run.stdout.trim()) : undefined;
}

/** Whom Postgres runs as: ourselves, or for root the user `postgres`, else `nobody`. Undefined means ourselves. */
export function runAccount(): RunAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ["postgres", "nobody"]) {
    const uid = idOf("-u", user);
    const gid = idOf("-g", user);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new NoPostgresAccount();
}
