import type { DecisionInput } from "@ballast/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  ACCOUNT,
  address,
  blockRef,
  hash,
  heldLeases,
  type Leases,
  sweptBlock,
  tickAt,
} from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { NoSuchTickError } from "../../errors/NoSuchTickError.ts";
import { RowRuleError } from "../../errors/RowRuleError.ts";
import type { TickRow, TickStep } from "../../schema/ticks.ts";
import { canonicalDocument } from "../documents/canonicalDocument.ts";
import { documentById } from "../documents/documentById.ts";
import { finishTick } from "./finishTick.ts";
import { latestTick } from "./latestTick.ts";
import { listTicks } from "./listTicks.ts";
import { openTick } from "./openTick.ts";
import { saveTickStep } from "./saveTickStep.ts";
import { tickById } from "./tickById.ts";
import { tickDocuments } from "./tickDocuments.ts";
import { unfinishedTick } from "./unfinishedTick.ts";
import type { TickProducts } from "./updateTick.ts";

let dbs: TestDatabases;
let leases: Leases;
let tick: TickRow;
let n = 0;
beforeAll(async () => {
  dbs = await openTestDatabase();
  leases = await heldLeases(dbs.keeper.db);
});
afterAll(() => dbs.close());
beforeEach(async () => {
  const open = await unfinishedTick(dbs.keeper.db, ACCOUNT);
  if (open) await finish(open);
  tick = await tickAt(dbs.keeper.db, { n: ++n, leases });
});

const finish = (of: TickRow) =>
  finishTick(dbs.keeper.db, { tick: of, outcome: "held", reason: "within-limits", lease: leases.lane });
const save = (step: TickStep, products: TickProducts = {}) =>
  saveTickStep(dbs.keeper.db, { tick, step, products, lease: leases.lane });

test("a sweep judges an account once: opening its tick again gives the same one", async () => {
  const sweep = {
    id: tick.sweepId,
    chainId: tick.chainId,
    blockHash: tick.blockHash,
    blockNumber: tick.blockNumber,
  };
  const again = await openTick(dbs.keeper.db, { sweep, account: ACCOUNT, lease: leases.lane });
  expect(again).toEqual(tick);
  expect(tick).toMatchObject({ step: 0, outcome: null, account: ACCOUNT.address });
});

test("a second sweep of the same block has a tick of its own", async () => {
  const sweep = await sweptBlock(dbs.keeper.db, { block: blockRef(n), lease: leases.sweep });
  const other = await openTick(dbs.keeper.db, { sweep, account: ACCOUNT, lease: leases.lane });
  expect(other.id).not.toBe(tick.id);
  await finish(other);
});

test("a tick walks its steps, keeps every product, and ends once", async () => {
  const inputs: DecisionInput[] = [{ kind: "snapshot", id: hash(1) }];
  await save(1);
  await save(2, { snapshotId: hash(1), historyId: hash(2) });
  await save(4, { inputs, decisionId: hash(3), planId: hash(4) });
  await save(6, { bundleId: hash(5), safeTxHash: hash(6) });
  const ended = await finishTick(dbs.keeper.db, {
    tick,
    outcome: "proposed",
    reason: "better-yield",
    detail: "gain pays",
    lease: leases.lane,
  });
  expect(ended).toMatchObject({
    snapshotId: hash(1),
    inputs,
    decisionId: hash(3),
    bundleId: hash(5),
    step: 6,
  });
  expect(await tickById(dbs.admin.db, tick.id)).toMatchObject({
    outcome: "proposed",
    detail: "gain pays",
    canonical: true,
  });
});

test("a step and its documents are stored together or not at all", async () => {
  const kept = canonicalDocument("snapshot", { n: 1n });
  await saveTickStep(dbs.keeper.db, {
    tick,
    step: 2,
    products: { snapshotId: kept.id },
    documents: [kept],
    lease: leases.lane,
  });
  expect((await tickDocuments(dbs.keeper.db, (await stored()) as TickRow)).get(kept.id)?.value).toEqual({
    n: 1n,
  });

  const lost = canonicalDocument("snapshot", { n: 2n });
  const back = saveTickStep(dbs.keeper.db, { tick, step: 1, documents: [lost], lease: leases.lane });
  await expect(back).rejects.toThrow(RowRuleError);
  expect(await documentById(dbs.keeper.db, lost.id)).toBeUndefined();
});

const stored = () => tickById(dbs.keeper.db, tick.id);

describe("a tick only goes forward:", () => {
  test("the step it was killed in may be repeated with the same product", async () => {
    await save(2, { snapshotId: hash(1) });
    await save(2, { snapshotId: hash(1) });
    expect(await stored()).toMatchObject({ step: 2, snapshotId: hash(1) });
  });

  test.each([
    ["an earlier step", () => save(2)],
    ["another snapshot", () => save(3, { snapshotId: hash(2) })],
    ["a snapshot taken away", () => save(3, { snapshotId: null })],
    ["other inputs", () => save(3, { inputs: [{ kind: "policy", id: hash(8) }] })],
  ])("%s is refused", async (_, write) => {
    await save(3, { snapshotId: hash(1), inputs: [{ kind: "snapshot", id: hash(1) }] });
    const before = await stored();
    await expect(write()).rejects.toThrow(RowRuleError);
    expect(await stored()).toEqual(before);
  });

  test.each([
    ["a step", () => save(7)],
    ["another outcome", () => finish(tick)],
  ])("%s after its outcome is refused", async (_, write) => {
    await finish(tick);
    await expect(write()).rejects.toThrow(RowRuleError);
  });

  test("a step beyond the seventh does not exist", async () => {
    await expect(save(8 as TickStep)).rejects.toThrow();
  });
});

test("a restarted keeper finds the tick without an outcome, and none once it has one", async () => {
  expect(await unfinishedTick(dbs.keeper.db, ACCOUNT)).toMatchObject({ id: tick.id });
  expect(await unfinishedTick(dbs.keeper.db, { ...ACCOUNT, address: address(0xdead) })).toBeUndefined();
  await finish(tick);
  expect(await unfinishedTick(dbs.keeper.db, ACCOUNT)).toBeUndefined();
});

test("ticks come newest first, by page and by outcome", async () => {
  const newest = await latestTick(dbs.admin.db, ACCOUNT);
  expect(newest?.id).toBe(tick.id);
  const earlier = await listTicks(dbs.admin.db, { account: ACCOUNT, limit: 2, before: tick.id });
  expect(earlier).toHaveLength(2);
  expect(earlier.every((row) => row.id < tick.id)).toBe(true);
  const proposed = await listTicks(dbs.admin.db, { account: ACCOUNT, limit: 10, outcome: "proposed" });
  expect(proposed.map((row) => row.outcome)).toEqual(["proposed"]);
});

test("a tick that does not exist cannot be written", async () => {
  const nobody = { ...tick, id: 123_456n };
  const write = saveTickStep(dbs.keeper.db, { tick: nobody, step: 1, lease: leases.lane });
  await expect(write).rejects.toThrow(NoSuchTickError);
  expect(await tickById(dbs.keeper.db, 123_456n)).toBeUndefined();
});
