import type { BlockNumber, UnixSeconds } from "@ballast/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blockRef, CHAIN, heldLeases, type Leases, sweptBlock } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { historySamples } from "./historySamples.ts";
import { samplesAround } from "./samplesAround.ts";
import { saveSamples } from "./saveSamples.ts";

const HUGE = 2n ** 255n - 1n;
let dbs: TestDatabases;
let leases: Leases;
beforeAll(async () => {
  dbs = await openTestDatabase();
  leases = await heldLeases(dbs.keeper.db);
  for (let n = 1; n <= 5; n++) {
    await sweptBlock(dbs.keeper.db, { block: blockRef(n), lease: leases.sweep });
    await save(n, BigInt(n));
  }
});
afterAll(() => dbs.close());

const save = (n: number, value: bigint, series = "rate:wstETH") =>
  saveSamples(dbs.keeper.db, { block: blockRef(n), values: [{ series, value }], lease: leases.sweep });
const read = (wanted: { upTo: number; from?: UnixSeconds; lastN?: number }) =>
  historySamples(dbs.admin.db, {
    chainId: CHAIN,
    series: "rate:wstETH",
    ...wanted,
    upTo: BigInt(wanted.upTo) as BlockNumber,
  });

test.each([
  ["all up to a block", { upTo: 3 }, [1n, 2n, 3n]],
  ["the newest two up to a block", { upTo: 4, lastN: 2 }, [3n, 4n]],
  ["those from a time on, that time included", { upTo: 5, from: blockRef(4).timestamp }, [4n, 5n]],
  ["none before the first", { upTo: 0 }, []],
])("history gives %s, ascending", async (_, wanted, values) => {
  expect((await read(wanted)).map((sample) => sample.value)).toEqual(values);
});

test("a sample reads back with its block", async () => {
  const { number: block, hash, timestamp } = blockRef(2);
  expect((await read({ upTo: 2, lastN: 1 }))[0]).toEqual({ block, hash, timestamp, value: 2n });
});

test("a figure that is stored stays, whatever comes later for its block", async () => {
  await save(5, 99n);
  expect((await read({ upTo: 5, lastN: 1 }))[0]?.value).toBe(5n);
});

test.each([HUGE, -HUGE, 0n])("the figure %s keeps every digit", async (value) => {
  await save(1, value, `edge:${value}`);
  const [sample] = await historySamples(dbs.keeper.db, {
    chainId: CHAIN,
    series: `edge:${value}`,
    upTo: 1n as BlockNumber,
  });
  expect(sample?.value).toBe(value);
});

describe("around a time, for many series at once", () => {
  const around = (time: number, upTo: number, series = ["rate:wstETH", "rate:none"]) =>
    samplesAround(dbs.admin.db, {
      chainId: CHAIN,
      series,
      time: (blockRef(time).timestamp + 1n) as UnixSeconds,
      upTo: BigInt(upTo) as BlockNumber,
    });

  test.each([
    ["the one before, the one after, the newest", 2, 5, [2n, 3n, 5n]],
    ["only what is not beyond the block asked for", 2, 3, [2n, 3n]],
    ["no one before the first", 0, 5, [1n, 5n]],
    ["each once", 4, 5, [4n, 5n]],
  ])("%s", async (_, time, upTo, blocks) => {
    const found = await around(time, upTo);
    expect([...found.keys()]).toEqual(["rate:wstETH"]);
    expect(found.get("rate:wstETH")?.map(({ block }) => block)).toEqual(blocks);
  });

  test("no series asked for is no answer", async () => {
    expect((await around(2, 5, [])).size).toBe(0);
  });
});
