import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type RunningPostgres, startPostgres } from "../../scripts/stack/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser URL (database `postgres`) of the one Postgres of this test run. */
    postgresUrl: string;
  }
}

type Shared = { users: number; starting: Promise<RunningPostgres>; dir: string };

// Several vitest projects name this file; they share one server through the main process.
const KEY = Symbol.for("ballast.tests.postgres");
const main = globalThis as { [KEY]?: Shared };

function start(): Shared {
  const dir = mkdtempSync(join(tmpdir(), "ballast-test-pg-"));
  const password = randomBytes(16).toString("hex");
  return { users: 0, dir, starting: startPostgres({ dir, password, disposable: true }) };
}

/** Vitest global set-up: one real Postgres per run, on a free port, in a temp directory, gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  main[KEY] ??= start();
  const shared = main[KEY];
  shared.users++;
  const server = await shared.starting;
  project.provide("postgresUrl", server.url());
  return async () => {
    if (--shared.users > 0) return;
    delete main[KEY];
    await server.stop();
    rmSync(shared.dir, { recursive: true, force: true });
  };
}
