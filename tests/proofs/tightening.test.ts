import {
  type Address,
  encodeCanonical,
  type Hash32,
  type Policy,
  policyApprovalTypedData,
  policyId,
  unixSeconds,
} from "@ballast/core";
import { insertApproval, insertPolicy, latestTick } from "@ballast/db";
import { devnetAccounts, treasuryPolicies, treasurySafes } from "@ballast/devnet";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import { openedWalk } from "./openedWalk.ts";
import { operations } from "./walk.ts";

const seeded = treasuryPolicies().find(({ safe }) => safe.name === treasurySafes[0].name);
if (seeded === undefined) throw new Error("the devnet seeds a policy");
const first = seeded.policy;
const second: Policy = {
  ...first,
  version: 2n,
  costs: { ...first.costs, payback: changed(first.costs.payback, -1n) },
};
/** The first one's limits again: looser than the second. */
const third: Policy = { ...first, version: 3n };
const [author, other] = devnetAccounts.owners;

function changed(value: Policy["costs"]["payback"], days: bigint): Policy["costs"]["payback"] {
  return (value + days * 86_400n) as typeof value;
}

const opened = openedWalk();

const judgedBy = async () => (await opened.walk.judge(operations)).policyId;

async function publish(policy: Policy, previousHash: Hash32): Promise<void> {
  await insertPolicy(opened.world.connect("admin").db, {
    id: policyId(policy),
    chainId: operations.chainId,
    account: operations.address,
    version: policy.version,
    previousHash,
    document: encodeCanonical(policy),
    author: author.address.toLowerCase() as Address,
  });
}

async function approve(
  policy: Policy,
  {
    by,
    previousHash,
  }: { readonly by: (typeof devnetAccounts.owners)[number]; readonly previousHash: Hash32 },
): Promise<void> {
  const latest = await latestTick(opened.keeper.keeper.db, operations);
  const notBefore = latest?.timestamp ?? unixSeconds(0n);
  const message = {
    account: first.account,
    policyHash: policyId(policy),
    version: policy.version,
    previousHash,
    notBefore,
  };
  const signature = await privateKeyToAccount(by.privateKey).signTypedData(policyApprovalTypedData(message));
  const owner = by.address.toLowerCase() as Address;
  await insertApproval(opened.world.connect("admin").db, {
    policyId: message.policyHash,
    owner,
    notBefore,
    signature,
  });
}

describe("a tightening", () => {
  test("waits for an owner", async () => {
    expect(await judgedBy()).toBe(policyId(first));
    await publish(second, policyId(first));
    expect(await judgedBy()).toBe(policyId(first));
  });

  test("is what the keeper judges by at the next block after one owner, its author, approved it", async () => {
    await approve(second, { by: author, previousHash: policyId(first) });
    expect(await judgedBy()).toBe(policyId(second));
  });

  test("is not undone by one owner: what it tightened is a loosening now", async () => {
    await publish(third, policyId(second));
    await approve(third, { by: other, previousHash: policyId(second) });
    expect(await judgedBy()).toBe(policyId(second));
    await approve(third, { by: author, previousHash: policyId(second) });
    expect(await judgedBy()).toBe(policyId(second));
  });
});
