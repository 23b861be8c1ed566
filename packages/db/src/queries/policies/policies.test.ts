import { encodeCanonical, type UnixSeconds } from "@ballast/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT, address, CHAIN, hash, ZERO_HASH } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { NotAllowedError } from "../../errors/NotAllowedError.ts";
import { insertApproval } from "./insertApproval.ts";
import { insertPolicy, type NewPolicy } from "./insertPolicy.ts";
import { policyRows } from "./policyRows.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

const policy = (version: bigint): NewPolicy => ({
  id: hash(Number(version)),
  chainId: CHAIN,
  account: ACCOUNT.address,
  version,
  previousHash: version === 1n ? ZERO_HASH : hash(Number(version) - 1),
  document: encodeCanonical({ schema: "ballast/policy/1", version }),
  author: address(1),
});
const approval = (owner: number) => ({
  policyId: hash(1),
  owner: address(owner),
  notBefore: 1_700_000_000n as UnixSeconds,
  signature: `0x${owner.toString(16).padStart(2, "0").repeat(65)}` as const,
});

test("policies come by version, each with the approvals that came in", async () => {
  expect(await insertPolicy(dbs.admin.db, policy(2n))).toBe(true);
  expect(await insertPolicy(dbs.devnet.db, policy(1n))).toBe(true);
  expect(await insertPolicy(dbs.admin.db, policy(1n))).toBe(false);
  expect(await insertApproval(dbs.admin.db, approval(0xb))).toBe(true);
  expect(await insertApproval(dbs.devnet.db, approval(0xa))).toBe(true);
  expect(await insertApproval(dbs.admin.db, approval(0xa))).toBe(false);
  const rows = await policyRows(dbs.keeper.db, ACCOUNT);
  expect(rows).toMatchObject([
    { ...policy(1n), approvals: [{ policyId: hash(1) }, { policyId: hash(1) }] },
    { ...policy(2n), approvals: [] },
  ]);
  expect(new Set(rows[0]?.approvals.map((row) => row.owner))).toEqual(new Set([address(0xa), address(0xb)]));
});

test("another account has none", async () => {
  expect(await policyRows(dbs.keeper.db, { chainId: CHAIN, address: address(2) })).toEqual([]);
});

test("the keeper can neither write a policy nor approve one", async () => {
  await expect(insertPolicy(dbs.keeper.db, policy(3n))).rejects.toThrow(NotAllowedError);
  await expect(insertApproval(dbs.keeper.db, approval(0xc))).rejects.toThrow(NotAllowedError);
});
