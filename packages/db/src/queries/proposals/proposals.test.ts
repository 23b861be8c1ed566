import type { UnixSeconds } from "@ballast/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ACCOUNT,
  address,
  hash,
  heldLeases,
  type Leases,
  newProposal,
  tickAt,
} from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { NonceTakenError } from "../../errors/NonceTakenError.ts";
import { ProposalMovedError } from "../../errors/ProposalMovedError.ts";
import { addSignature } from "./addSignature.ts";
import { insertProposal, type NewProposal } from "./insertProposal.ts";
import { listProposals } from "./listProposals.ts";
import { openProposals } from "./openProposals.ts";
import { proposalByHash } from "./proposalByHash.ts";
import { proposalEventsOf } from "./proposalEventsOf.ts";
import { recentProposals } from "./recentProposals.ts";
import { releaseNonce } from "./releaseNonce.ts";
import { reservedNonces } from "./reservedNonces.ts";
import { reserveNonce } from "./reserveNonce.ts";
import { signaturesOf } from "./signaturesOf.ts";
import { updateProposalState } from "./updateProposalState.ts";

let dbs: TestDatabases;
let leases: Leases;
let n = 0;
beforeAll(async () => {
  dbs = await openTestDatabase();
  leases = await heldLeases(dbs.keeper.db);
});
afterAll(() => dbs.close());

const nextTick = async () => (await tickAt(dbs.keeper.db, { n: ++n, leases })).id;
const insert = (changes: Partial<NewProposal>) =>
  insertProposal(dbs.keeper.db, { proposal: newProposal(changes), cause: "posted", lease: leases.lane });

describe("a nonce", () => {
  const reserve = (tickId: bigint, nonce: bigint, competes = false) =>
    reserveNonce(dbs.keeper.db, { account: ACCOUNT, tickId, nonce, competes, lease: leases.lane });

  test("is promised to one tick, which keeps it", async () => {
    const tickId = await nextTick();
    expect(await reserve(tickId, 7n)).toMatchObject({ tickId, nonce: 7n });
    expect(await reserve(tickId, 9n)).toMatchObject({ nonce: 7n });
    await expect(reserve(await nextTick(), 7n)).rejects.toThrow(NonceTakenError);
  });

  test("may be competed for by an emergency", async () => {
    const emergency = await nextTick();
    expect(await reserve(emergency, 7n, true)).toMatchObject({ nonce: 7n, competes: true });
    expect((await reservedNonces(dbs.keeper.db, ACCOUNT)).map((row) => row.nonce)).toEqual([7n, 7n]);
  });

  test("is free again once it is released", async () => {
    const first = await nextTick();
    await reserve(first, 20n);
    await releaseNonce(dbs.keeper.db, { account: ACCOUNT, tickId: first, lease: leases.lane });
    expect(await reserve(await nextTick(), 20n)).toMatchObject({ nonce: 20n });
  });
});

test("a proposal is stored once, with its first event; again gives back what is there", async () => {
  const first = await insert({ safeTxHash: hash(1), nonce: 1n });
  expect(first).toMatchObject({
    inserted: true,
    proposal: { ...newProposal(), safeTxHash: hash(1), nonce: 1n },
  });
  const again = await insert({ safeTxHash: hash(1), nonce: 1n, state: "draft" });
  expect(again).toEqual({ inserted: false, proposal: first.proposal });
  expect(await proposalEventsOf(dbs.admin.db, hash(1))).toMatchObject([
    { fromState: null, toState: "posted" },
  ]);
});

test("a move is stored with its event and facts, and only from the state it was decided from", async () => {
  await insert({ safeTxHash: hash(2), nonce: 2n });
  const proposal = { ...newProposal(), safeTxHash: hash(2) };
  const facts = { executedTxHash: hash(99), executedAt: 1_700_000_100n as UnixSeconds };
  const executed = await updateProposalState(dbs.keeper.db, {
    proposal,
    from: "posted",
    to: "executed",
    cause: "execution-success",
    detail: { block: "12" },
    facts,
    lease: leases.lane,
  });
  expect(executed).toMatchObject({ state: "executed", ...facts });
  const move = {
    proposal,
    from: "posted" as const,
    to: "deleted" as const,
    cause: "operator",
    lease: leases.lane,
  };
  await expect(updateProposalState(dbs.keeper.db, move)).rejects.toThrow(ProposalMovedError);
  const events = await proposalEventsOf(dbs.admin.db, hash(2));
  expect(events.map((event) => event.toState)).toEqual(["posted", "executed"]);
  expect(events[1]).toMatchObject({
    fromState: "posted",
    cause: "execution-success",
    detail: { block: "12" },
  });
  expect(await proposalByHash(dbs.admin.db, hash(2))).toEqual(executed);
});

test("what can still consume its nonce is open, by nonce and hash; the rest is history", async () => {
  const states = [
    "draft",
    "posted",
    "partly-signed",
    "ready",
    "expired",
    "reverted",
    "replaced",
    "rejected",
    "deleted",
  ] as const;
  for (const [i, state] of states.entries()) await insert({ safeTxHash: hash(0x300 - i), nonce: 30n, state });
  const open = (await openProposals(dbs.keeper.db, ACCOUNT)).filter((row) => row.nonce === 30n);
  expect(open.map((row) => row.state)).toEqual(["expired", "ready", "partly-signed", "posted", "draft"]);
  const all = await listProposals(dbs.admin.db, { account: ACCOUNT, limit: 4 });
  expect(all.map((row) => row.nonce)).toEqual([30n, 30n, 30n, 30n]);
});

test("recent is what was proposed or executed since then", async () => {
  await insert({ safeTxHash: hash(0x41), nonce: 41n, proposedAt: 100n as UnixSeconds });
  await insert({
    safeTxHash: hash(0x42),
    nonce: 42n,
    proposedAt: 100n as UnixSeconds,
    executedAt: 3_000_000_000n as UnixSeconds,
  });
  await insert({ safeTxHash: hash(0x43), nonce: 43n, proposedAt: 3_000_000_000n as UnixSeconds });
  const recent = await recentProposals(dbs.keeper.db, {
    account: ACCOUNT,
    since: 2_999_999_999n as UnixSeconds,
  });
  expect(recent.map((row) => row.nonce)).toEqual([42n, 43n]);
});

test("signatures are stored once each and come sorted by owner", async () => {
  await insert({ safeTxHash: hash(0x50), nonce: 50n });
  const signature = {
    safeTxHash: hash(0x50),
    signature: `0x${"ab".repeat(65)}` as const,
    source: "admin" as const,
  };
  expect(await addSignature(dbs.admin.db, { ...signature, owner: address(0xb) })).toBe(true);
  expect(await addSignature(dbs.admin.db, { ...signature, owner: address(0xa) })).toBe(true);
  expect(await addSignature(dbs.keeper.db, { ...signature, owner: address(0xa) })).toBe(false);
  expect((await signaturesOf(dbs.keeper.db, hash(0x50))).map((row) => row.owner)).toEqual([
    address(0xa),
    address(0xb),
  ]);
});

test("a signature for a transaction that is not known is refused", async () => {
  const stray = {
    safeTxHash: hash(0x60),
    owner: address(1),
    signature: "0xab" as const,
    source: "admin" as const,
  };
  await expect(addSignature(dbs.admin.db, stray)).rejects.toThrow();
});

test.each(["0xAB", "0xabc", "ab"])("the bytes %s are refused: hex is lower-case and whole", async (data) => {
  await expect(insert({ safeTxHash: hash(0x70), data: data as `0x${string}` })).rejects.toThrow();
  expect(await proposalByHash(dbs.keeper.db, hash(0x70))).toBeUndefined();
});
