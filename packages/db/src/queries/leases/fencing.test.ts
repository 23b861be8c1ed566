import type { UnixSeconds } from "@ballast/core";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { TEST_PASSWORDS } from "../../../../../tests/setup/testPasswords.ts";
import {
  ACCOUNT,
  blockRef,
  CHAIN,
  hash,
  heldLeases,
  type Leases,
  newProposal,
  sweptBlock,
  tickAt,
} from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { connect } from "../../client/connect.ts";
import type { Database } from "../../client/database.ts";
import { RowRuleError } from "../../errors/RowRuleError.ts";
import { StaleEpochError } from "../../errors/StaleEpochError.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { roleUrl } from "../../migrate/roleUrl.ts";
import type { SweepRow } from "../../schema/sweeps.ts";
import { type TickRow, ticks } from "../../schema/ticks.ts";
import { insertBlock } from "../blocks/insertBlock.ts";
import { markFinal } from "../blocks/markFinal.ts";
import { markReorged } from "../blocks/markReorged.ts";
import { insertProposal } from "../proposals/insertProposal.ts";
import { releaseNonce } from "../proposals/releaseNonce.ts";
import { reserveNonce } from "../proposals/reserveNonce.ts";
import { updateProposalState } from "../proposals/updateProposalState.ts";
import { saveSamples } from "../samples/saveSamples.ts";
import { finishSweep } from "../sweeps/finishSweep.ts";
import { openSweep } from "../sweeps/openSweep.ts";
import { finishTick } from "../ticks/finishTick.ts";
import { openTick } from "../ticks/openTick.ts";
import { saveTickStep } from "../ticks/saveTickStep.ts";
import { tickById } from "../ticks/tickById.ts";
import { laneLeaseName } from "./leaseName.ts";
import { renewLease } from "./renewLease.ts";
import { takeLease } from "./takeLease.ts";

let dbs: TestDatabases;
let leases: Leases;
let tick: TickRow;
let sweep: SweepRow;
let next = 0;

beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());
beforeEach(async () => {
  leases = await heldLeases(dbs.keeper.db);
  next += 10;
  tick = await tickAt(dbs.keeper.db, { n: next, leases });
  sweep = await sweptBlock(dbs.keeper.db, { block: blockRef(next + 1), lease: leases.sweep });
  await reserveNonce(dbs.keeper.db, {
    account: ACCOUNT,
    tickId: tick.id,
    nonce: BigInt(next),
    lease: leases.lane,
  });
  await insertProposal(dbs.keeper.db, {
    proposal: newProposal({ safeTxHash: hash(0xaaaa + next), nonce: BigInt(next) }),
    cause: "posted",
    lease: leases.lane,
  });
});

type Write = (db: Database) => Promise<unknown>;
const proposal = () => ({ chainId: CHAIN, account: ACCOUNT.address, safeTxHash: hash(0xaaaa + next) });

const WRITES: Record<string, Write> = {
  insertBlock: (db) =>
    insertBlock(db, { block: blockRef(next + 2), parentHash: hash(next), lease: leases.sweep }),
  markReorged: (db) =>
    markReorged(db, { chainId: CHAIN, fromNumber: blockRef(next).number, lease: leases.sweep }),
  markFinal: (db) =>
    markFinal(db, { chainId: CHAIN, throughNumber: blockRef(next).number, lease: leases.sweep }),
  openSweep: (db) =>
    openSweep(db, { block: blockRef(next), trigger: "timer", heads: [], lease: leases.sweep }),
  finishSweep: (db) => finishSweep(db, { sweep, requestCounts: { "rpc-1": 2 }, lease: leases.sweep }),
  saveSamples: (db) =>
    saveSamples(db, {
      block: blockRef(next),
      values: [{ series: "rate:x", value: 1n }],
      lease: leases.sweep,
    }),
  openTick: (db) => openTick(db, { sweep, account: ACCOUNT, lease: leases.lane }),
  saveTickStep: (db) => saveTickStep(db, { tick, step: 1, lease: leases.lane }),
  finishTick: (db) => finishTick(db, { tick, outcome: "held", reason: "within-limits", lease: leases.lane }),
  reserveNonce: async (db) => {
    const other = await openTick(db, { sweep, account: ACCOUNT, lease: leases.lane });
    return reserveNonce(db, {
      account: ACCOUNT,
      tickId: other.id,
      nonce: BigInt(next + 1),
      lease: leases.lane,
    });
  },
  releaseNonce: (db) => releaseNonce(db, { account: ACCOUNT, tickId: tick.id, lease: leases.lane }),
  insertProposal: (db) =>
    insertProposal(db, {
      proposal: newProposal({ safeTxHash: hash(0xbbbb + next) }),
      cause: "posted",
      lease: leases.lane,
    }),
  updateProposalState: (db) =>
    updateProposalState(db, {
      proposal: proposal(),
      from: "posted",
      to: "executed",
      cause: "chain",
      facts: { executedAt: 1n as UnixSeconds },
      lease: leases.lane,
    }),
};

describe("a keeper whose leases were taken over", () => {
  test.each(Object.keys(WRITES))("cannot do %s, which it could before", async (name) => {
    const write = WRITES[name] as Write;
    const changed = async () =>
      dbs.owner.db.execute(sql`
      SELECT (SELECT jsonb_agg(b ORDER BY hash) FROM blocks b) AS b, (SELECT jsonb_agg(s ORDER BY id) FROM sweeps s) AS s,
        (SELECT jsonb_agg(t ORDER BY id) FROM ticks t) AS t, (SELECT jsonb_agg(s ORDER BY block_hash) FROM samples s) AS sa,
        (SELECT jsonb_agg(n ORDER BY id) FROM nonce_reservations n) AS n,
        (SELECT jsonb_agg(p ORDER BY safe_tx_hash) FROM proposals p) AS p,
        (SELECT jsonb_agg(e ORDER BY id) FROM proposal_events e) AS e`);
    const rollback = new Error("tried");
    const tried = dbs.keeper.db.transaction(async (transaction) => {
      await write(transaction);
      throw rollback;
    });
    await expect(tried).rejects.toBe(rollback);

    const before = await changed();
    await heldLeases(dbs.owner.db);
    await expect(write(dbs.keeper.db)).rejects.toThrow(StaleEpochError);
    expect(await changed()).toEqual(before);
  });
});

test("the error names the lease, the epoch shown and the current one", async () => {
  const { epoch } = leases.lane;
  await heldLeases(dbs.keeper.db);
  const late = finishTick(dbs.keeper.db, { tick, outcome: "held", reason: "x", lease: leases.lane });
  await expect(late).rejects.toMatchObject({
    lease: laneLeaseName(ACCOUNT),
    shown: epoch,
    current: epoch + 1n,
  });
});

test("a takeover waits for a write that has shown its epoch, and the write counts", async () => {
  const expired = { name: laneLeaseName(ACCOUNT), holder: "keeper-a", ttlMs: 0 };
  const retaken = await takeLease(dbs.keeper.db, expired);
  if (!retaken.taken) throw new Error("not taken");
  let takeover: ReturnType<typeof takeLease> | undefined;
  await dbs.keeper.db.transaction(async (transaction) => {
    await saveTickStep(transaction, { tick, step: 1, lease: retaken.lease });
    takeover = takeLease(dbs.owner.db, { name: expired.name, holder: "keeper-b", ttlMs: 3_600_000 });
    await blockedOnLock();
  });
  expect(await takeover).toMatchObject({ taken: true, lease: { holder: "keeper-b" } });
  expect(await tickById(dbs.keeper.db, tick.id)).toMatchObject({ step: 1 });
  await takeLease(dbs.owner.db, { name: expired.name, holder: "keeper-b", ttlMs: 0 });
});

test("a keeper that stops inside a transaction does not hold up the takeover, and commits nothing when it wakes", async () => {
  const url = roleUrl(dbs.ownerUrl, { role: "keeper", password: TEST_PASSWORDS.keeper });
  const sleeper = connect({ url, applicationName: "sleeper", max: 1, idleInTransactionMs: 250 });
  const expired = await takeLease(dbs.keeper.db, {
    name: laneLeaseName(ACCOUNT),
    holder: "keeper-a",
    ttlMs: 0,
  });
  if (!expired.taken) throw new Error("not taken");
  const asleep = sleeper.db.transaction(async (transaction) => {
    await saveTickStep(transaction, { tick, step: 1, lease: expired.lease });
    const taken = await takeLease(dbs.owner.db, { name: expired.lease.name, holder: "keeper-b", ttlMs: 0 });
    expect(taken).toMatchObject({ taken: true });
  });
  await expect(asleep).rejects.toThrow();
  expect(await tickById(dbs.keeper.db, tick.id)).toMatchObject({ step: 0 });
  const late = saveTickStep(sleeper.db, { tick, step: 1, lease: expired.lease });
  await expect(late).rejects.toThrow(StaleEpochError);
  await sleeper.close();
});

test("a renewal does not wait for the holder's own writes", async () => {
  await dbs.keeper.db.transaction(async (transaction) => {
    await saveTickStep(transaction, { tick, step: 1, lease: leases.lane });
    const renewed = await renewLease(dbs.owner.db, { lease: leases.lane, ttlMs: 1_000 });
    expect(renewed.epoch).toBe(leases.lane.epoch);
  });
});

test("a row cannot move to another account, nor can an old row be deleted", async () => {
  const other = "lane:31337:0x00000000000000000000000000000000000000a2";
  await takeLease(dbs.keeper.db, { name: other, holder: "a", ttlMs: 3_600_000 });
  const move = () =>
    typedErrors(() =>
      dbs.owner.db.update(ticks).set({ account: "0x00000000000000000000000000000000000000a2", epoch: 1n }),
    );
  await expect(move()).rejects.toThrow(RowRuleError);
  await heldLeases(dbs.keeper.db);
  await expect(typedErrors(() => dbs.owner.db.execute(sql`DELETE FROM nonce_reservations`))).rejects.toThrow(
    StaleEpochError,
  );
});

/** Returns once some session waits for a row lock. */
async function blockedOnLock(): Promise<void> {
  for (;;) {
    const [row] = await dbs.admin.db.execute<{ waiting: number }>(
      sql`SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`,
    );
    if ((row?.waiting ?? 0) > 0) return;
  }
}
