import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { StaleEpochError } from "../../errors/StaleEpochError.ts";
import { WrongLeaseError } from "../../errors/WrongLeaseError.ts";
import { allLeases } from "./allLeases.ts";
import { epochUnder } from "./epochUnder.ts";
import { releaseLease } from "./releaseLease.ts";
import { renewLease } from "./renewLease.ts";
import { takeLease } from "./takeLease.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

const HOUR = 3_600_000;

test("a free lease is taken at epoch 1 and is then refused to others", async () => {
  const taken = await takeLease(dbs.keeper.db, { name: "sweep:1", holder: "a", ttlMs: HOUR });
  expect(taken).toMatchObject({ taken: true, lease: { name: "sweep:1", holder: "a", epoch: 1n } });
  const refused = await takeLease(dbs.keeper.db, { name: "sweep:1", holder: "b", ttlMs: HOUR });
  expect(refused).toMatchObject({ taken: false, holder: "a" });
});

test("a lease that ran out goes to the next one, at a higher epoch", async () => {
  await takeLease(dbs.keeper.db, { name: "sweep:2", holder: "a", ttlMs: 0 });
  const taken = await takeLease(dbs.keeper.db, { name: "sweep:2", holder: "b", ttlMs: HOUR });
  expect(taken).toMatchObject({ taken: true, lease: { holder: "b", epoch: 2n } });
});

test("a restarted holder takes its own lease again and fences its former self", async () => {
  const first = await takeLease(dbs.keeper.db, { name: "sweep:3", holder: "a", ttlMs: HOUR });
  const again = await takeLease(dbs.keeper.db, { name: "sweep:3", holder: "a", ttlMs: HOUR });
  expect(again).toMatchObject({ taken: true, lease: { epoch: 2n } });
  if (!first.taken) throw new Error("not taken");
  const renewal = renewLease(dbs.keeper.db, { lease: first.lease, ttlMs: HOUR });
  await expect(renewal).rejects.toMatchObject({ name: "StaleEpochError", shown: 1n, current: 2n });
});

test("a renewal moves the end and keeps the epoch, even after the lease ran out untaken", async () => {
  const taken = await takeLease(dbs.keeper.db, { name: "sweep:4", holder: "a", ttlMs: 0 });
  if (!taken.taken) throw new Error("not taken");
  const renewed = await renewLease(dbs.keeper.db, { lease: taken.lease, ttlMs: HOUR });
  expect(renewed.epoch).toBe(taken.lease.epoch);
  expect(renewed.expiresAt.getTime()).toBeGreaterThan(taken.lease.expiresAt.getTime());
});

test("a released lease is free at once and of no more use to its former holder", async () => {
  const taken = await takeLease(dbs.keeper.db, { name: "sweep:5", holder: "a", ttlMs: HOUR });
  if (!taken.taken) throw new Error("not taken");
  await releaseLease(dbs.keeper.db, taken.lease);
  await expect(renewLease(dbs.keeper.db, { lease: taken.lease, ttlMs: HOUR })).rejects.toThrow(
    StaleEpochError,
  );
  expect(await takeLease(dbs.keeper.db, { name: "sweep:5", holder: "b", ttlMs: HOUR })).toMatchObject({
    taken: true,
  });
});

test("releasing a lease that somebody else took leaves it theirs", async () => {
  const first = await takeLease(dbs.keeper.db, { name: "sweep:6", holder: "a", ttlMs: 0 });
  await takeLease(dbs.keeper.db, { name: "sweep:6", holder: "b", ttlMs: HOUR });
  if (!first.taken) throw new Error("not taken");
  await releaseLease(dbs.keeper.db, first.lease);
  const lease = (await allLeases(dbs.keeper.db)).find(({ name }) => name === "sweep:6");
  expect(lease).toMatchObject({ holder: "b", epoch: 2n });
});

test("of many that reach for one lease at once, one gets it", async () => {
  const reach = (holder: string) => takeLease(dbs.keeper.db, { name: "sweep:7", holder, ttlMs: HOUR });
  const results = await Promise.all(["a", "b", "c", "d", "e", "f"].map(reach));
  expect(results.filter((result) => result.taken)).toHaveLength(1);
});

test("the lease of another account or chain is refused before the database is asked", () => {
  const lease = { name: "lane:1:0xaa", holder: "a", epoch: 1n, expiresAt: new Date(0) };
  expect(epochUnder(lease, "lane:1:0xaa")).toBe(1n);
  expect(() => epochUnder(lease, "lane:1:0xbb")).toThrow(WrongLeaseError);
});
