import type { Sql } from "postgres";
import { databaseFault } from "../errors/typedErrors.ts";
import { scramVerifier } from "./scramVerifier.ts";

export type RolePasswords = { readonly keeper: string; readonly admin: string; readonly devnet: string };

/** Roles belong to the whole server: two databases of it may be set up at the same moment. */
const ATTEMPTS = 10;
/** unique_violation, duplicate_object, and internal_error ("tuple concurrently updated"). */
const COLLISIONS: readonly string[] = ["23505", "42710", "XX000"];

/**
 * Makes the login roles `ballast_keeper`, `ballast_admin` and `ballast_devnet` where they are missing and sets their
 * passwords. Only SCRAM verifiers are sent, so that no password can show up in a server log.
 * @throws RolePasswordError
 */
export async function ensureRoles(sql: Sql, passwords: RolePasswords): Promise<void> {
  for (const name of ["keeper", "admin", "devnet"] as const) {
    const role = `ballast_${name}`;
    const verifier = scramVerifier({ role, password: passwords[name] });
    await withoutCollision(async () => {
      const found = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${role}`;
      const verb = found.length > 0 ? "ALTER ROLE" : "CREATE ROLE";
      await sql.unsafe(`${verb} ${role} LOGIN NOINHERIT PASSWORD '${verifier}'`);
    });
  }
}

async function withoutCollision(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = databaseFault(error)?.code ?? "";
      if (attempt === ATTEMPTS || !COLLISIONS.includes(code)) throw error;
    }
  }
}
