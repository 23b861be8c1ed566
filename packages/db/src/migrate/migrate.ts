import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { applySql } from "./applySql.ts";
import { ensureRoles, type RolePasswords } from "./ensureRoles.ts";

export type MigrateOptions = {
  /** A role that owns the database and may create roles. */
  readonly ownerUrl: string;
  readonly passwords: RolePasswords;
};

/** Asked for when migrating, not on import: a bundler that only needs the queries knows no folder. */
const root = () => join(import.meta.dirname, "..", "..");
/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 4_225_627_783;

/**
 * Brings the database to this version: roles and their passwords, tables, then functions, triggers and grants.
 * Running it again changes nothing; two at once wait for each other.
 * @throws RolePasswordError
 */
export async function migrate({ ownerUrl, passwords }: MigrateOptions): Promise<void> {
  const sql = postgres(ownerUrl, {
    max: 2,
    onnotice: () => undefined,
    connection: { application_name: "ballast-migrate" },
  });
  const lock = await sql.reserve();
  try {
    await lock`SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
    await ensureRoles(sql, passwords);
    await runMigrations(drizzle(sql), { migrationsFolder: join(root(), "migrations") });
    await applySql(sql, join(root(), "sql"));
  } finally {
    lock.release();
    await sql.end();
  }
}
