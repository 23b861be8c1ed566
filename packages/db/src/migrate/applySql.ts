import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "postgres";

/**
 * Applies the files of a folder, in the order of their names and in one transaction, unless these very bytes were the
 * last ones applied. They state functions, triggers and grants as a whole, so a later text replaces an earlier one.
 */
export async function applySql(sql: Sql, folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const digest = createHash("sha256").update(texts.join("\0")).digest("hex");
  const applied = await sql`SELECT 1 FROM drizzle.applied_sql WHERE digest = ${digest}`.catch(ifNoTable);
  if (applied.length > 0) return;
  await sql.begin(async (transaction) => {
    await transaction`CREATE TABLE IF NOT EXISTS drizzle.applied_sql (digest text PRIMARY KEY)`;
    for (const text of texts) await transaction.unsafe(text);
    await transaction`DELETE FROM drizzle.applied_sql`;
    await transaction`INSERT INTO drizzle.applied_sql VALUES (${digest})`;
  });
}

function ifNoTable(error: unknown): readonly [] {
  if (error instanceof Error && "code" in error && error.code === "42P01") return [];
  throw error;
}
