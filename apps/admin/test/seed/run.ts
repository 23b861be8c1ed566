// Fills a fresh Postgres with invented data and says how to start the admin on it. For looking at screens without a
// keeper or a chain; never part of a build. Usage: node apps/admin/test/seed/run.ts [folder]
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, roleUrl } from "@ballast/db";
import { createDatabase } from "../../../../scripts/stack/createDatabase.ts";
import { startPostgres } from "../../../../scripts/stack/postgres.ts";
import { fill } from "./fill.ts";

const dir = process.argv[2] ?? mkdtempSync(join(tmpdir(), "ballast-admin-seed-"));
const password = "seed-password";
const passwords = { keeper: password, admin: password, devnet: password };
const server = await startPostgres({ dir, password, disposable: true });
await createDatabase(server.url(), "ballast");
const ownerUrl = server.url("ballast");
await migrate({ ownerUrl, passwords });
await fill({
  keeperUrl: roleUrl(ownerUrl, { role: "keeper", password }),
  devnetUrl: roleUrl(ownerUrl, { role: "devnet", password }),
});
process.stdout.write(`DATABASE_URL=${roleUrl(ownerUrl, { role: "admin", password })}\n`);
process.stdout.write("Seeded. Ctrl-C stops Postgres.\n");
const beat = setInterval(() => undefined, 60_000);
process.on("SIGINT", () => {
  clearInterval(beat);
  void server.stop();
});
