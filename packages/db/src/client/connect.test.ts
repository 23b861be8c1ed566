import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { TEST_PASSWORDS } from "../../../../tests/setup/testPasswords.ts";
import { openTestDatabase, type TestDatabases } from "../../test/openTestDatabase.ts";
import { roleUrl } from "../migrate/roleUrl.ts";
import { insertTreasury } from "../queries/accounts/insertTreasury.ts";
import { treasuries } from "../schema/treasuries.ts";
import { type Connection, connect } from "./connect.ts";
import type { Database } from "./database.ts";

let dbs: TestDatabases;
let one: Connection;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());
beforeEach(() => {
  const url = roleUrl(dbs.ownerUrl, { role: "keeper", password: TEST_PASSWORDS.keeper });
  one = connect({ url, applicationName: "one", max: 1 });
});
afterEach(() => one.close());

const pidOf = async (db: Database): Promise<number> => {
  const [row] = await db.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
  if (!row) throw new Error("no row");
  return row.pid;
};

const kill = (pid: number) => dbs.owner.db.execute(sql`SELECT pg_terminate_backend(${pid})`);

async function untilItSleeps(pid: number): Promise<void> {
  for (;;) {
    const rows = await dbs.owner.db.execute(
      sql`SELECT 1 FROM pg_stat_activity WHERE pid = ${pid} AND state = 'active' AND wait_event = 'PgSleep'`,
    );
    if (rows.length > 0) return;
  }
}

async function untilItIsGone(pid: number): Promise<void> {
  for (;;) {
    const rows = await dbs.owner.db.execute(sql`SELECT 1 FROM pg_stat_activity WHERE pid = ${pid}`);
    if (rows.length === 0) return;
  }
}

test("limits of a session are set by the client that opens it", async () => {
  const [row] = await one.db.execute(sql`SELECT current_setting('statement_timeout') AS statement,
    current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('application_name') AS name`);
  expect(row).toEqual({ statement: "30s", idle: "5s", name: "one" });
});

test("a connection that is killed during a query fails its transaction, and the pool goes on", async () => {
  const dying = one.db.transaction(async (transaction) => {
    const pid = await pidOf(transaction);
    void untilItSleeps(pid).then(() => kill(pid));
    await transaction.execute(sql`SELECT pg_sleep(60)`);
  });
  await expect(dying).rejects.toThrow();
  expect(await pidOf(one.db)).toBeGreaterThan(0);
});

test("what a dead transaction still wants to write is refused, not written outside of it", async () => {
  let waiting: Promise<number> | undefined;
  // The transaction is given up before its own code has come to its end, so that end is waited for by itself.
  const late = Promise.withResolvers<unknown>();
  const dying = one.db.transaction(async (transaction) => {
    await insertTreasury(transaction, { id: "before", name: "Before" });
    const pid = await pidOf(transaction);
    // Somebody else waits for the one connection and gets the next one in its place.
    waiting = pidOf(one.db);
    await kill(pid);
    await untilItIsGone(pid);
    await waiting;
    const write = insertTreasury(transaction, { id: "after", name: "After" });
    write.then(late.resolve, late.reject);
    await write;
  });
  await expect(dying).rejects.toThrow();
  await waiting;
  await expect(late.promise).rejects.toThrow();
  expect(await one.db.select().from(treasuries)).toEqual([]);
});
