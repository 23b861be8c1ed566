import { describe, expect, it } from "vitest";
import { addressOf, type Change, devnetView, NOW } from "../../testing/devnetView.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { words } from "../../testing/word.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { read } from "./read.ts";

const readWith = async (...changes: Change[]) => {
  const reading = await read({
    reader: readerOf(devnetView(...changes)),
    deployment: FULL,
    accounts: [ACCOUNT],
  });
  return { ...reading, missing: reading.missing.filter(({ subject }) => subject === "venue:etherfi") };
};

describe("ether.fi's pauses", () => {
  it("flags nothing while everything runs", async () => {
    const { flags, missing } = await readWith();
    expect([flags, missing]).toEqual([[], []]);
  });

  it.each<[string, Change, string, string]>([
    ["weETH paused for good", ["weETH", "paused()", words(1n)], "weeth-paused", "both"],
    ["weETH paused until later", ["weETH", "pausedUntil()", words(NOW + 1n)], "weeth-paused-until", "both"],
    [
      "weETH paused until this very second",
      ["weETH", "pausedUntil()", words(NOW)],
      "weeth-paused-until",
      "both",
    ],
    ["eETH paused", ["eETH", "paused()", words(1n)], "eeth-paused", "entries"],
    ["eETH paused for a time", ["eETH", "pausedUntil()", words(NOW + 99n)], "eeth-paused-until", "entries"],
    [
      "requests paused: nothing should enter",
      ["withdrawRequestNFT", "paused()", words(1n)],
      "withdraw-request-paused",
      "entries",
    ],
    [
      "the adapter paused",
      ["withdrawAdapter", "pausedUntil()", words(NOW)],
      "withdraw-adapter-paused-until",
      "entries",
    ],
    [
      "redemptions paused, which stops nothing else",
      ["redemptionManager", "paused()", words(1n)],
      "redemption-paused",
      "none",
    ],
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
    expect(flags).toMatchObject([{ code: "no-getter:weeth-paused-until", stops: "none" }]);
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
    const { weETH } = FULL.venues[ETHERFI_ID] ?? {};
    const deployment = {
      ...FULL,
      venues: { ...FULL.venues, etherfi: weETH === undefined ? {} : { weETH } },
    };
    const { flags } = await read({ reader: readerOf(devnetView()), deployment, accounts: [ACCOUNT] });
    expect(flags.map(({ code, stops }) => [code, stops])).toEqual(
      ["eeth-paused", "eeth-paused-until", "pool-paused", "pool-paused-until"].map((code) => [
        `no-getter:${code}`,
        "none",
      ]),
    );
  });

  it("loses of a contract that is only a way out that way alone, not the venue", async () => {
    const { flags, missing, accounts } = await readWith(["withdrawAdapter", "paused()", { revert: "0x01" }]);
    expect([flags, missing]).toEqual([[], []]);
    expect(accounts[0]?.missing.map(({ subject }) => subject)).toEqual(["exit:etherfi:weETH:queue"]);
  });
});
