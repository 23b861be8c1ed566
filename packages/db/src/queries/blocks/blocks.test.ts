import type { BlockNumber } from "@ballast/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT, blockRef, CHAIN, hash, heldLeases, type Leases, tickAt } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { CanonicalBlockExistsError } from "../../errors/CanonicalBlockExistsError.ts";
import { historySamples } from "../samples/historySamples.ts";
import { saveSamples } from "../samples/saveSamples.ts";
import { latestTick } from "../ticks/latestTick.ts";
import { blockByHash } from "./blockByHash.ts";
import { insertBlock } from "./insertBlock.ts";
import { latestBlocks } from "./latestBlocks.ts";
import { markFinal } from "./markFinal.ts";
import { markReorged } from "./markReorged.ts";

let dbs: TestDatabases;
let leases: Leases;
beforeAll(async () => {
  dbs = await openTestDatabase();
  leases = await heldLeases(dbs.keeper.db);
});
afterAll(() => dbs.close());

const insert = (n: number, fork = 0) =>
  insertBlock(dbs.keeper.db, { block: blockRef(n, fork), parentHash: hash(n - 1), lease: leases.sweep });
const number = (n: number) => BigInt(n) as BlockNumber;
const reorg = (n: number) =>
  markReorged(dbs.keeper.db, { chainId: CHAIN, fromNumber: number(n), lease: leases.sweep });
const rates = async () =>
  (await historySamples(dbs.keeper.db, { chainId: CHAIN, series: "rate:wstETH", upTo: number(1000) })).map(
    ({ hash }) => hash,
  );

test("a block reads back as it was stored, canonical and not final", async () => {
  await insert(1);
  expect(await blockByHash(dbs.keeper.db, hash(1))).toEqual({
    ...blockRef(1),
    parentHash: hash(0),
    canonical: true,
    final: false,
    epoch: leases.sweep.epoch,
  });
});

test("the same block again is fine", async () => {
  await insert(2);
  await insert(2);
});

test("a second block at a number needs the reorganisation first", async () => {
  await insert(10);
  await expect(insert(10, 1)).rejects.toThrow(CanonicalBlockExistsError);
  expect(await reorg(10)).toEqual([hash(10)]);
  await insert(10, 1);
  expect(await blockByHash(dbs.keeper.db, hash(10))).toMatchObject({ canonical: false });
  expect(
    (await latestBlocks(dbs.keeper.db, { chainId: CHAIN, limit: 2 })).map((block) => block.hash),
  ).toEqual([blockRef(10, 1).hash, hash(2)]);
});

test("a reorganisation withdraws the ticks and samples of its blocks, and their return brings them back", async () => {
  await tickAt(dbs.keeper.db, { n: 20, leases });
  await tickAt(dbs.keeper.db, { n: 21, leases });
  for (const n of [20, 21]) {
    const values = [{ series: "rate:wstETH", value: BigInt(n) }];
    await saveSamples(dbs.keeper.db, { block: blockRef(n), values, lease: leases.sweep });
  }
  expect(await rates()).toEqual([hash(20), hash(21)]);

  expect(await reorg(21)).toEqual([hash(21)]);
  expect(await rates()).toEqual([hash(20)]);
  expect(await latestTick(dbs.keeper.db, ACCOUNT)).toMatchObject({ blockHash: hash(21), canonical: false });

  await insert(21);
  expect(await rates()).toEqual([hash(20), hash(21)]);
  expect(await latestTick(dbs.keeper.db, ACCOUNT)).toMatchObject({
    canonical: true,
    timestamp: blockRef(21).timestamp,
  });
});

test("finality reaches canonical blocks up to a number; a reorganisation takes it back", async () => {
  for (const n of [30, 31]) await insert(n);
  await markFinal(dbs.keeper.db, { chainId: CHAIN, throughNumber: number(30), lease: leases.sweep });
  expect(await blockByHash(dbs.keeper.db, hash(30))).toMatchObject({ final: true });
  expect(await blockByHash(dbs.keeper.db, hash(31))).toMatchObject({ final: false });
  expect(await blockByHash(dbs.keeper.db, hash(10))).toMatchObject({ canonical: false, final: false });
  await reorg(30);
  expect(await blockByHash(dbs.keeper.db, hash(30))).toMatchObject({ canonical: false, final: false });
});
