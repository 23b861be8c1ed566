import type { UnixSeconds } from "@ballast/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blockRef, CHAIN } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { allKeeperStatus } from "./allKeeperStatus.ts";
import { type KeeperReport, saveKeeperStatus } from "./saveKeeperStatus.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

const report: KeeperReport = {
  instance: "keeper-a",
  chainId: CHAIN,
  version: "0.1.0",
  mode: "propose",
  startedAt: 1_700_000_000n as UnixSeconds,
  headNumber: blockRef(7).number,
  headHash: blockRef(7).hash,
  headsAgreeing: 2,
  headsTotal: 2,
  rssBytes: 200_000_000n,
};

test("a keeper has one line, its newest", async () => {
  await saveKeeperStatus(dbs.keeper.db, report);
  await saveKeeperStatus(dbs.keeper.db, { ...report, headNumber: blockRef(8).number, headsAgreeing: 1 });
  await saveKeeperStatus(dbs.keeper.db, { ...report, instance: "keeper-b" });
  const lines = await allKeeperStatus(dbs.admin.db);
  expect(lines).toHaveLength(2);
  const mine = lines.find((line) => line.instance === "keeper-a");
  expect(mine).toMatchObject({ headNumber: 8n, headsAgreeing: 1, lastTickId: null });
});
