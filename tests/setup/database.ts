import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import type {} from "./postgres.ts";

export type TestDatabase = {
  /** Superuser URL of the new database. */
  readonly url: string;
  readonly name: string;
  readonly drop: () => Promise<void>;
};

/**
 * A new database on the run's Postgres with every table, function and grant: a copy of the one that was migrated at the start, or of `template`, to which
 * nobody may be connected then. Call `drop` when done, or leave it: the server goes with the run.
 */
export async function createTestDatabase(template = inject("migratedDatabase")): Promise<TestDatabase> {
  const superuser = inject("postgresUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await run(superuser, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(superuser);
  url.pathname = `/${name}`;
  return { url: url.href, name, drop: () => run(superuser, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
