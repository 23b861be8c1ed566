import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { startPostgres } from "../../scripts/stack/postgres.ts";

const ENDER = fileURLToPath(new URL("../setup/endPostgres.ts", import.meta.url));

/** A Postgres that lives as long as this process. */
export type BenchPostgres = {
  /** Superuser URL of a new database, copied from `template` where one is named. */
  create(name: string, template?: string): Promise<string>;
  close(): Promise<void>;
};

/** Starts Postgres in a temp directory; it goes, with its data, when this process ends, however it ends. */
export async function benchPostgres(): Promise<BenchPostgres> {
  const dir = mkdtempSync(join(tmpdir(), "ballast-bench-pg-"));
  const ender = spawn(process.execPath, [ENDER, dir], {
    detached: true,
    stdio: ["pipe", "ignore", "inherit"],
  });
  const password = randomBytes(16).toString("hex");
  const server = await startPostgres({ dir, password, disposable: true });
  const sql = postgres(server.url(), { max: 1, onnotice: () => undefined });
  return {
    create: async (name, template) => {
      await sql.unsafe(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ""}`);
      return server.url(name);
    },
    close: async () => {
      await sql.end();
      ender.stdin.end();
      await once(ender, "exit");
    },
  };
}
