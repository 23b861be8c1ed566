import { describe, expect, it } from "vitest";
import { addressOf, type Change, DEVNET, devnetView, NOW } from "../../testing/devnetView.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { words } from "../../testing/word.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { read } from "./read.ts";

const readWith = (...changes: Change[]) =>
  read({ reader: readerOf(devnetView(...changes)), deployment: DEVNET, accounts: [ACCOUNT] });

describe("ether.fi's pauses", () => {
  it("flags nothing while everything runs", async () => {
    const { flags, missing } = await readWith();
    expect([flags, missing]).toEqual([[], []]);
  });

  it.each<[string, Change, string, string]>([
    ["weETH paused until later", ["weETH", "pausedUntil()", words(NOW + 1n)], "weeth-paused", "both"],
    ["weETH paused until this very second", ["weETH", "pausedUntil()", words(NOW)], "weeth-paused", "both"],
    ["eETH paused", ["eETH", "pausedUntil()", words(NOW + 99n)], "eeth-paused", "entries"],
    ["the pool paused for good", ["liquidityPool", "paused()", words(1n)], "pool-paused", "entries"],
    [
      "the pool paused for a time",
      ["liquidityPool", "pausedUntil()", words(NOW)],
      "pool-paused-until",
      "entries",
    ],
  ])("flags %s", async (_name, change, code, stops) => {
    const { flags } = await readWith(change);
    expect(flags).toMatchObject([
      { venue: "etherfi", code, stops, source: { contract: addressOf(change[0]) } },
    ]);
  });

  it("takes a pause that ended a second ago for over", async () => {
    expect((await readWith(["weETH", "pausedUntil()", words(NOW - 1n)])).flags).toEqual([]);
  });

  it("states that a getter is lacking when the contract answers others", async () => {
    const { flags, missing } = await readWith(["weETH", "pausedUntil()", { revert: "0x" }]);
    expect(flags).toMatchObject([{ code: "no-getter:weeth-paused", stops: "none" }]);
    expect(missing).toEqual([]);
  });

  it.each<[string, Change[]]>([
    ["reverts with a reason", [["weETH", "pausedUntil()", { revert: "0xdeadbeef" }]]],
    [
      "reverts and so does the rest of the contract",
      [
        ["eETH", "pausedUntil()", { revert: "0x" }],
        ["eETH", "totalShares()", { revert: "0x" }],
      ],
    ],
    ["answers nothing", [["liquidityPool", "paused()", "0x"]]],
    ["answers less than a word", [["liquidityPool", "pausedUntil()", "0x01"]]],
  ])("does not take a getter that %s for running", async (_name, changes) => {
    const { flags, missing } = await readWith(...changes);
    expect(flags).toEqual([]);
    expect(missing).toMatchObject([{ subject: "venue:etherfi" }]);
    expect(missing[0]?.detail).toMatch(/^paused/);
  });

  it("states which switches it cannot see where the deployment lists fewer contracts", async () => {
    const { weETH } = DEVNET.venues[ETHERFI_ID] ?? {};
    const deployment = {
      ...DEVNET,
      venues: { ...DEVNET.venues, etherfi: weETH === undefined ? {} : { weETH } },
    };
    const { flags } = await read({ reader: readerOf(devnetView()), deployment, accounts: [ACCOUNT] });
    expect(flags.map(({ code, stops }) => [code, stops])).toEqual([
      ["no-getter:eeth-paused", "none"],
      ["no-getter:pool-paused", "none"],
      ["no-getter:pool-paused-until", "none"],
    ]);
  });
});
