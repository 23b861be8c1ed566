import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT, address, CHAIN } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { insertAccount } from "./insertAccount.ts";
import { insertTreasury } from "./insertTreasury.ts";
import { listAccounts } from "./listAccounts.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

test("accounts are added once and listed with their treasury", async () => {
  const safe = {
    chainId: CHAIN,
    address: ACCOUNT.address,
    treasuryId: "t",
    name: "Safe A",
    rail: "safe" as const,
  };
  await insertTreasury(dbs.devnet.db, { id: "t", name: "Treasury" });
  await insertTreasury(dbs.devnet.db, { id: "t", name: "Renamed" });
  await insertAccount(dbs.devnet.db, safe);
  await insertAccount(dbs.keeper.db, { ...safe, name: "Another name" });
  await insertAccount(dbs.devnet.db, { ...safe, address: address(0xa2), name: "Safe B" });
  await insertAccount(dbs.devnet.db, { ...safe, chainId: 1n, name: "Elsewhere" });
  const listed = await listAccounts(dbs.admin.db, CHAIN);
  expect(listed).toMatchObject([
    { name: "Safe A", treasuryName: "Treasury" },
    { name: "Safe B", treasuryName: "Treasury" },
  ]);
});

test("an account of no treasury is refused", async () => {
  const stray = { chainId: CHAIN, address: address(3), treasuryId: "none", name: "x", rail: "safe" as const };
  await expect(insertAccount(dbs.devnet.db, stray)).rejects.toThrow();
});
