import {
  type Address,
  type Bps,
  encodeCanonical,
  type Hex,
  type Policy,
  policyApprovalTypedData,
  policyId,
  type UnixSeconds,
} from "@ballast/core";
import { listIncidents, type TickRow } from "@ballast/db";
import { devnetAccounts, treasuryPolicies } from "@ballast/devnet";
import postgres from "postgres";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

const first = policyOf("Meridian Operations");
const { account } = first;
const [author, secondOwner] = devnetAccounts.owners;

function policyOf(name: string): Policy {
  const seeded = treasuryPolicies().find(({ safe }) => safe.name === name);
  if (seeded === undefined) throw new Error(`the devnet seeds no policy for ${name}`);
  return seeded.policy;
}

/** The same policy with every limit out of the way. */
const loosened: Policy = {
  ...first,
  universe: first.universe.map((band) => ({ ...band, min: 0n as Bps, max: 10_000n as Bps })),
  caps: { protocols: [] },
};
const second: Policy = { ...loosened, version: 2n };

let world: World;
let keeper: TestKeeper;
let attacker: postgres.Sql;
beforeAll(async () => {
  world = await openWorld();
  keeper = await openTestKeeper(world);
  attacker = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined });
  // The owner of a database can switch every trigger off.
  await attacker`SET session_replication_role = replica`;
});
afterAll(async () => {
  await attacker?.end();
  await keeper?.close();
  await world?.close();
});

async function judge(seconds = 4): Promise<TickRow> {
  const [head] = (await attacker`SELECT max(timestamp)::text AS time FROM blocks`) as unknown as {
    time: string | null;
  }[];
  await world.devnet.mineBlock(head?.time ? Number(head.time) + seconds : undefined);
  const { ticks } = await keeper.judge();
  const tick = ticks.find((each) => each.account === account.address);
  if (tick === undefined) throw new Error("the account was not judged");
  return tick;
}

async function policyProblems(): Promise<readonly string[]> {
  const wanted = { chainId: account.chainId, account: account.address, openOnly: true, limit: 50 };
  const open = await listIncidents(keeper.keeper.db, wanted);
  return open.filter(({ rule }) => rule === "policy").map(({ subject }) => subject.split(":")[0] ?? "");
}

async function approve(
  policy: Policy,
  by: { readonly key: Hex; readonly claims: string; readonly notBefore: bigint },
) {
  const message = {
    account,
    policyHash: policyId(policy),
    version: policy.version,
    previousHash: policyId(first),
    notBefore: by.notBefore as UnixSeconds,
  };
  const signature = await privateKeyToAccount(by.key).signTypedData(policyApprovalTypedData(message));
  await attacker`INSERT INTO policy_approvals (policy_id, owner, not_before, signature, added_at)
    VALUES (${message.policyHash}, ${by.claims.toLowerCase()}, ${by.notBefore.toString()}, ${signature}, 0)`;
}

async function insert(policy: Policy, writer: Address) {
  await attacker`INSERT INTO policies (id, chain_id, account, version, previous_hash, document, author)
    VALUES (${policyId(policy)}, 31337, ${account.address}, ${policy.version.toString()}, ${policyId(first)}, ${encodeCanonical(policy)}, ${writer})`;
}

const remove = (policy: Policy) => attacker`DELETE FROM policies WHERE id = ${policyId(policy)}`;
const removeApprovals = (policy: Policy) =>
  attacker`DELETE FROM policy_approvals WHERE policy_id = ${policyId(policy)}`;

describe("somebody who owns the database", () => {
  test("starts from a policy that its owners approved", async () => {
    expect(await judge()).toMatchObject({ policyId: policyId(first), outcome: "held" });
    expect(await policyProblems()).toEqual([]);
  });

  test("cannot loosen the policy in place: its text no longer hashes to its id", async () => {
    const set = (document: string) =>
      attacker`UPDATE policies SET document = ${document} WHERE id = ${policyId(first)}`;
    await set(encodeCanonical(loosened));
    expect(await judge()).toMatchObject({ outcome: "refused", reason: "no-policy" });
    expect(await policyProblems()).toContain("hash-mismatch");
    await set(encodeCanonical(first));
    expect(await judge()).toMatchObject({ policyId: policyId(first), outcome: "held" });
    expect(await policyProblems()).toEqual([]);
  });

  test("cannot approve a looser version with keys of its own", async () => {
    const mallory = devnetAccounts.marketMaker.privateKey;
    await insert(second, author.address.toLowerCase() as Address);
    for (const owner of [author, secondOwner])
      await approve(second, { key: mallory, claims: owner.address, notBefore: 1n });
    expect(await judge()).toMatchObject({ policyId: policyId(first) });
    expect(await policyProblems()).toContain("bad-signature");
    await removeApprovals(second);
  });

  test("cannot put a looser version in force with one owner's signature", async () => {
    await approve(second, { key: author.privateKey, claims: author.address, notBefore: 1n });
    expect(await judge()).toMatchObject({ policyId: policyId(first) });
    expect(await judge(120)).toMatchObject({ policyId: policyId(first) });
  });

  test("cannot back-date it: the delay runs from when the keeper itself first saw enough signatures", async () => {
    await approve(second, { key: secondOwner.privateKey, claims: secondOwner.address, notBefore: 1n });
    expect(await judge()).toMatchObject({ policyId: policyId(first) });
    expect(await policyProblems()).toContain("back-dated");
    expect(await judge(30)).toMatchObject({ policyId: policyId(first) });
    expect(await judge(40)).toMatchObject({ policyId: policyId(second) });
  });

  test("cannot roll back to an older version by deleting the newer one, not even over a restart", async () => {
    await removeApprovals(second);
    await remove(second);
    expect(await judge()).toMatchObject({ outcome: "refused", reason: "no-policy", policyId: null });
    expect(await policyProblems()).toContain("below-floor");
    await keeper.close();
    keeper = await openTestKeeper(world);
    // The old lease is held until it runs out; taking it over is what a restarted keeper does.
    await attacker`UPDATE leases SET expires_at = to_timestamp(0)`;
    expect(await judge()).toMatchObject({ outcome: "refused", reason: "no-policy", policyId: null });
  });
});
