import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TEST_PASSWORDS } from "../../../../tests/setup/testPasswords.ts";
import { openTestDatabase, type TestDatabases } from "../../test/openTestDatabase.ts";
import { migrate } from "./migrate.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

test("every role can log in with its password", async () => {
  for (const role of ["keeper", "admin", "devnet"] as const) {
    const [row] = await dbs[role].db.execute(sql`SELECT current_user AS name`);
    expect(row).toEqual({ name: `ballast_${role}` });
  }
});

test("running it again, and twice at once, changes nothing", async () => {
  const options = { ownerUrl: dbs.ownerUrl, passwords: TEST_PASSWORDS };
  await Promise.all([migrate(options), migrate(options)]);
  const [row] = await dbs.owner.db.execute(
    sql`SELECT count(*)::int AS migrations FROM drizzle.__drizzle_migrations`,
  );
  expect(row).toEqual({ migrations: 3 });
});
