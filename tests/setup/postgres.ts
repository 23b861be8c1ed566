import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@ballast/db";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { type RunningPostgres, startPostgres } from "../../scripts/stack/postgres.ts";
import { TEST_PASSWORDS } from "./testPasswords.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser URL (database `postgres`) of the one Postgres of this test run. */
    postgresUrl: string;
    /** Name of a migrated database that nobody is connected to, to copy from. */
    migratedDatabase: string;
  }
}

type Shared = { users: number; readonly url: Promise<string>; readonly ender: ChildProcess };

// Several vitest projects name this file; they share one server through the main process.
const MIGRATED = "ballast_migrated";
const KEY = Symbol.for("ballast.tests.postgres");
const main = globalThis as { [KEY]?: Shared };

function start(): Shared {
  const dir = mkdtempSync(join(tmpdir(), "ballast-test-pg-"));
  const ender = spawn(process.execPath, [join(import.meta.dirname, "endPostgres.ts"), dir], {
    detached: true,
    stdio: ["pipe", "ignore", "inherit"],
  });
  const password = randomBytes(16).toString("hex");
  return {
    users: 0,
    ender,
    url: startPostgres({ dir, password, disposable: true }).then(withMigrated),
  };
}

/** Migrates one database, which the suites copy: a copy takes a fraction of the time of the migrations. */
async function withMigrated(server: RunningPostgres): Promise<string> {
  const sql = postgres(server.url(), { max: 1, onnotice: () => undefined });
  await sql.unsafe(`CREATE DATABASE ${MIGRATED}`);
  await sql.end();
  await migrate({ ownerUrl: server.url(MIGRATED), passwords: TEST_PASSWORDS });
  return server.url();
}

/** Vitest global set-up: one real Postgres per run, on a free port, in a temp directory, gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  main[KEY] ??= start();
  const shared = main[KEY];
  shared.users++;
  project.provide("postgresUrl", await shared.url);
  project.provide("migratedDatabase", MIGRATED);
  return async () => {
    if (--shared.users > 0) return;
    delete main[KEY];
    shared.ender.stdin?.end();
    await once(shared.ender, "exit");
  };
}
