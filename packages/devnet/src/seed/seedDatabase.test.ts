import { address, judgePolicyVersions, policyApprovalTypedData, policyId, unixSeconds } from "@ballast/core";
import { claimedChain, listAccounts, policyRows, WrongChainError } from "@ballast/db";
import { verifyTypedData } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { devnetAccounts } from "../accounts.ts";
import { treasurySafes } from "../deploy/treasurySafes.ts";
import { genesisHash } from "../genesis.ts";
import { type DevnetDatabase, openDevnetDatabase } from "../testing/devnetDatabase.ts";
import { seedDatabase } from "./seedDatabase.ts";
import { treasuryPolicies } from "./treasuryPolicies.ts";

const chainId = 31337n;
const chain = { genesisHash, block1Hash: `0x${"7".repeat(64)}`, historyBegan: 1_790_000_000 } as const;
let database: DevnetDatabase;

beforeAll(async () => {
  database = await openDevnetDatabase();
  await seedDatabase(database.devnet.db, chain);
});
afterAll(() => database.close());

test("the treasury and its two accounts are there for everybody to read", async () => {
  const accounts = await listAccounts(database.admin.db, chainId);
  expect(accounts.map(({ name, treasuryName, address }) => ({ name, treasuryName, address }))).toEqual(
    treasurySafes.map(({ name, address }) => ({
      name,
      treasuryName: "Meridian",
      address: address.toLowerCase(),
    })),
  );
  expect(await claimedChain(database.keeper.db)).toMatchObject({
    chainId,
    genesisHash,
    block1Hash: chain.block1Hash,
  });
});

test.each(treasuryPolicies())(
  "$safe.name has one policy that two owners have signed",
  async ({ safe, policy }) => {
    const [row, ...others] = await policyRows(database.keeper.db, {
      chainId,
      address: policy.account.address,
    });
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      id: policyId(policy),
      version: 1n,
      author: devnetAccounts.owners[0].address.toLowerCase(),
    });
    const owners = devnetAccounts.owners.slice(0, 2).map((owner) => owner.address);
    expect(row?.approvals.map(({ owner }) => owner).toSorted()).toEqual(
      owners.map((owner) => owner.toLowerCase()).toSorted(),
    );
    for (const { owner, notBefore, signature } of row?.approvals ?? []) {
      const message = {
        account: policy.account,
        policyHash: policyId(policy),
        version: 1n,
        previousHash: `0x${"0".repeat(64)}` as const,
        notBefore,
      };
      const typedData = policyApprovalTypedData(message);
      expect(typedData.domain.verifyingContract).toBe(safe.address.toLowerCase());
      expect(await verifyTypedData({ address: owner, signature, ...typedData })).toBe(true);
    }
  },
);

test("the proposer that the policies name is no owner", () => {
  const owners: string[] = devnetAccounts.owners.map((owner) => owner.address.toLowerCase());
  for (const { policy } of treasuryPolicies()) expect(owners).not.toContain(policy.proposer);
});

test("seeding again changes nothing", async () => {
  await seedDatabase(database.devnet.db, chain);
  for (const { policy } of treasuryPolicies()) {
    const rows = await policyRows(database.keeper.db, { chainId, address: policy.account.address });
    expect(rows.map((row) => row.approvals.length)).toEqual([2]);
  }
});

test("a database of another chain is refused", async () => {
  const fresh = { ...chain, block1Hash: `0x${"8".repeat(64)}` as const };
  await expect(seedDatabase(database.devnet.db, fresh)).rejects.toThrow(WrongChainError);
});

test.each(treasuryPolicies())(
  "$safe.name's policy is in force at once, with nothing to complain of",
  async ({ policy }) => {
    const { account } = policy;
    const rows = await policyRows(database.keeper.db, { chainId, address: account.address });
    const approvals = (row: (typeof rows)[number]) =>
      row.approvals.map(({ owner, notBefore }) => ({ owner, notBefore, verdict: "valid" as const }));
    const stored = rows.map(({ id, ...row }) => ({
      ...row,
      policyId: id,
      approvals: approvals({ id, ...row }),
      ownersAtActivation: null,
    }));
    const owners = devnetAccounts.owners.map((owner) => address(owner.address));
    const judged = judgePolicyVersions({
      account,
      stored,
      owners: { owners, threshold: 2n },
      now: unixSeconds(BigInt(chain.historyBegan) + 1n),
      memory: { floor: null, firstSeen: {} },
      minimumVersion: 0n,
    });
    expect(judged.problems).toEqual([]);
    expect(judged.inForce?.policyId).toBe(policyId(policy));
  },
);
