import { afterAll, beforeAll, expect, test } from "vitest";
import { blockRef, CHAIN, hash, heldLeases, type Leases, sweptBlock } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { finishSweep } from "./finishSweep.ts";
import { latestSweep } from "./latestSweep.ts";
import { openSweep } from "./openSweep.ts";
import { sweepById } from "./sweepById.ts";

let dbs: TestDatabases;
let leases: Leases;
beforeAll(async () => {
  dbs = await openTestDatabase();
  leases = await heldLeases(dbs.keeper.db);
});
afterAll(() => dbs.close());

test("a sweep keeps what each source said, its requests and when it ended", async () => {
  const heads = [{ source: "rpc-1", state: "agrees" as const, number: "1", hash: hash(1), detail: "" }];
  const { id } = await sweptBlock(dbs.keeper.db, { block: blockRef(1), lease: leases.sweep });
  const sweep = await openSweep(dbs.keeper.db, {
    block: blockRef(1),
    trigger: "timer",
    heads,
    lease: leases.sweep,
  });
  expect(sweep.id).toBeGreaterThan(id);
  await finishSweep(dbs.keeper.db, {
    sweep,
    requestCounts: { "rpc-1": 2, "rpc-2": 1 },
    readingsId: hash(5),
    lease: leases.sweep,
  });
  const stored = await sweepById(dbs.admin.db, sweep.id);
  expect(stored).toMatchObject({ heads, requestCounts: { "rpc-1": 2, "rpc-2": 1 }, readingsId: hash(5) });
  expect(stored?.finishedAt).not.toBeNull();
  expect(await latestSweep(dbs.admin.db, CHAIN)).toEqual(stored);
});

test("a sweep that ended is not changed by ending again", async () => {
  const sweep = await sweptBlock(dbs.keeper.db, { block: blockRef(2), lease: leases.sweep });
  await finishSweep(dbs.keeper.db, { sweep, requestCounts: { a: 1 }, lease: leases.sweep });
  const ended = await sweepById(dbs.keeper.db, sweep.id);
  await finishSweep(dbs.keeper.db, { sweep, requestCounts: { a: 2 }, lease: leases.sweep });
  expect(await sweepById(dbs.keeper.db, sweep.id)).toEqual(ended);
});

test("a sweep of a block that is not stored is refused", async () => {
  const opening = openSweep(dbs.keeper.db, {
    block: blockRef(99),
    trigger: "head",
    heads: [],
    lease: leases.sweep,
  });
  await expect(opening).rejects.toThrow();
  expect(await sweepById(dbs.keeper.db, 10_000n)).toBeUndefined();
});
