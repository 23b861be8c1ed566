import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../scripts/stack/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser URL (database `postgres`) of the one Postgres of this test run. */
    postgresUrl: string;
  }
}

type Shared = { users: number; readonly url: Promise<string>; readonly ender: ChildProcess };

// Several vitest projects name this file; they share one server through the main process.
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
    url: startPostgres({ dir, password, disposable: true }).then((server) => server.url()),
  };
}

/** Vitest global set-up: one real Postgres per run, on a free port, in a temp directory, gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  main[KEY] ??= start();
  const shared = main[KEY];
  shared.users++;
  project.provide("postgresUrl", await shared.url);
  return async () => {
    if (--shared.users > 0) return;
    delete main[KEY];
    shared.ender.stdin?.end();
    await once(shared.ender, "exit");
  };
}
