import { afterAll, beforeAll, expect, test } from "vitest";
import { hash } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { WrongChainError } from "../../errors/WrongChainError.ts";
import { claimChain } from "./claimChain.ts";
import { claimedChain } from "./claimedChain.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

const CLAIMED = { chainId: 31337n, genesisHash: hash(1), block1Hash: hash(2) };

test("an empty database takes the first chain, and knows it again", async () => {
  expect(await claimedChain(dbs.keeper.db)).toBeUndefined();
  await claimChain(dbs.keeper.db, CLAIMED);
  await claimChain(dbs.devnet.db, CLAIMED);
  expect(await claimedChain(dbs.admin.db)).toMatchObject(CLAIMED);
});

test.each([
  ["another chain id", { ...CLAIMED, chainId: 1n }, "chainId"],
  ["another genesis", { ...CLAIMED, genesisHash: hash(9) }, "genesisHash"],
  ["another block 1: a devnet that was begun anew", { ...CLAIMED, block1Hash: hash(9) }, "block1Hash"],
])("%s is refused with the field that differs, and nothing changes", async (_, offered, field) => {
  const claim = claimChain(dbs.keeper.db, offered);
  await expect(claim).rejects.toThrow(WrongChainError);
  await expect(claim).rejects.toMatchObject({ field, stored: CLAIMED, offered });
  expect(await claimedChain(dbs.keeper.db)).toMatchObject(CLAIMED);
});

test("of two chains that claim an empty database at once, one is refused", async () => {
  const other = await openTestDatabase();
  const claims = [CLAIMED, { ...CLAIMED, block1Hash: hash(3) }];
  const results = await Promise.allSettled(claims.map((claim) => claimChain(other.keeper.db, claim)));
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await other.close();
});
