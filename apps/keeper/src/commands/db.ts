import { readFile } from "node:fs/promises";
import { migrate } from "@ballast/db";
import type { Command } from "commander";
import { z } from "zod";
import { addCommand } from "./addCommand.ts";
import { UsageError } from "./usageError.ts";

const passwordsSchema = z.strictObject({
  keeper: z.string().min(12),
  admin: z.string().min(12),
  devnet: z.string().min(12),
});

export function registerDb(program: Command): void {
  const db = program.command("db").description("the database: migrate");
  addCommand(db, {
    usage: "migrate",
    help: "create or update the tables and the roles ballast_keeper, ballast_admin and ballast_devnet",
    flags: [
      {
        flag: "--passwords <file>",
        help: 'JSON file with the roles\' passwords: {"keeper","admin","devnet"}',
      },
    ],
    settings: ["ownerDatabaseUrl"],
    run: async ({ flags, config }) => {
      const file = flags.passwords;
      if (typeof file !== "string") throw new UsageError("db migrate: --passwords <file> is missing.");
      await migrate({ ownerUrl: config.ownerDatabaseUrl, passwords: await readPasswords(file) });
      return { exitCode: 0, text: "The database is up to date.", json: { migrated: true } };
    },
  });
}

async function readPasswords(file: string) {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read: ${error.code}.`);
  });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON; expected {"keeper":"…","admin":"…","devnet":"…"}.`);
  }
  const parsed = passwordsSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join(".") || "document"}: ${message}`,
  );
  throw new UsageError(`${file}: ${problems.join("; ")}`);
}
