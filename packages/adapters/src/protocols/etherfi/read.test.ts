import { describe, expect, it } from "vitest";
import { addressOf, type Change, devnetView, ETH, NOW, SAFE, WEETH_RATE } from "../../testing/devnetView.ts";
import type { View } from "../../testing/fakeChain.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { words } from "../../testing/word.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { read } from "./read.ts";

const readView = (view: View) => read({ reader: readerOf(view), deployment: FULL, accounts: [ACCOUNT] });
const readWith = (...changes: Change[]) => readView(devnetView(...changes));
const exitsWith = async (...changes: Change[]) => {
  const [account] = (await readWith(...changes)).accounts;
  const [instant, queue] = ["instant", "queue"].map((way) => account?.exits.find((exit) => exit.way === way));
  return { instant, queue, missing: account?.missing.map(({ subject }) => subject) ?? [] };
};
const without = (...names: readonly string[]) => {
  const contracts = Object.entries(FULL.venues[ETHERFI_ID] ?? {}).filter(([name]) => !names.includes(name));
  return { ...FULL, venues: { ...FULL.venues, [ETHERFI_ID]: Object.fromEntries(contracts) } };
};

describe("ether.fi's queue as a way out", () => {
  it("takes any amount, in requests inside the pool's limits, for nothing, at no promised time", async () => {
    const { queue, missing } = await exitsWith();
    expect(missing).toEqual([]);
    expect(queue).toEqual({
      position: "etherfi:weETH",
      venue: "etherfi",
      way: "queue",
      assetIn: "weETH",
      assetOut: "ETH",
      rate: WEETH_RATE,
      fee: 0n,
      capacity: null,
      smallest: ETH / 1_000n,
      largest: 1_000n * ETH,
      delayBlocks: null,
      delay: null,
      stoppedBy: [],
      terms: { kind: "etherfi-queue" },
      source: { kind: "call", contract: addressOf("withdrawRequestNFT"), method: "lastFinalizedRequestId" },
    });
  });

  it.each(["weETH", "eETH", "liquidityPool", "withdrawRequestNFT", "withdrawAdapter"])(
    "is stopped while %s is paused, for good or for a time",
    async (contract) => {
      for (const change of [
        [contract, "paused()", words(1n)],
        [contract, "pausedUntil()", words(NOW)],
      ] as const) {
        expect((await exitsWith(change)).queue?.stoppedBy).toEqual(["paused"]);
      }
      expect((await exitsWith([contract, "pausedUntil()", words(NOW - 1n)])).queue?.stoppedBy).toEqual([]);
    },
  );

  it("is not stopped by a pause of instant redemptions", async () => {
    const { queue } = await exitsWith(["redemptionManager", "paused()", words(1n)]);
    expect(queue?.stoppedBy).toEqual([]);
  });

  it.each<[string, bigint, readonly string[]]>([
    ["blocked for good", 2n ** 256n - 1n, ["blacklisted"]],
    ["blocked until a second after the block", NOW + 1n, ["blacklisted"]],
    ["free from this second on", NOW, []],
  ])("for an account that is %s", async (_name, until, stoppedBy) => {
    const { queue, instant } = await exitsWith(["blacklister", "blacklistedUntil(address)", words(until)]);
    expect([queue?.stoppedBy, instant?.stoppedBy]).toEqual([stoppedBy, stoppedBy]);
  });

  it.each<[string, ReturnType<View>, readonly string[]]>([
    ["answers the magic value", `0x150b7a02${"0".repeat(56)}`, []],
    ["has no fallback handler: a Safe answers nothing", "0x", ["no-fallback-handler"]],
    ["has a handler that reverts", { revert: "0x" }, ["no-fallback-handler"]],
    ["answers another value", `0xf23a6e61${"0".repeat(56)}`, ["no-fallback-handler"]],
    ["answers the magic value at the wrong end", `0x${"0".repeat(56)}150b7a02`, ["no-fallback-handler"]],
    ["answers four bytes", "0x150b7a02", ["no-fallback-handler"]],
  ])("for an account that %s, because the NFT is given with a callback", async (_name, answer, stoppedBy) => {
    const calm = devnetView();
    const [account] = (await readView((call) => (call.to === SAFE ? answer : calm(call)))).accounts;
    expect(account?.exits.map(({ way, stoppedBy: by }) => [way, by])).toEqual([
      ["instant", []],
      ["queue", stoppedBy],
    ]);
  });

  it("names every reason, sorted", async () => {
    const blocked: Change = ["blacklister", "blacklistedUntil(address)", words(NOW + 1n)];
    const paused: Change = ["eETH", "paused()", words(1n)];
    const calm = devnetView(blocked, paused);
    const [account] = (await readView((call) => (call.to === SAFE ? "0x" : calm(call)))).accounts;
    expect(account?.exits[1]?.stoppedBy).toEqual(["blacklisted", "no-fallback-handler", "paused"]);
  });
});

describe("ether.fi's instant redemption as a way out", () => {
  it("pays at once, less the fee, as far as liquidity and bucket last: in weETH, rounded down", async () => {
    const { instant } = await exitsWith();
    expect(instant).toMatchObject({
      way: "instant",
      assetOut: "ETH",
      rate: WEETH_RATE,
      fee: 30n,
      smallest: 1n,
      largest: null,
      delay: 0n,
      delayBlocks: null,
      stoppedBy: [],
      terms: { kind: "etherfi-redeem" },
    });
    const capacity = instant?.capacity ?? 0n;
    const pooled = (10n ** 24n * WEETH_RATE) / ETH;
    expect((capacity * pooled) / 10n ** 24n <= 200n * ETH).toBe(true);
    expect(((capacity + 2n) * pooled) / 10n ** 24n > 200n * ETH).toBe(true);
  });

  it.each<[string, Change, readonly string[]]>([
    [
      "liquidity is below the watermark",
      ["redemptionManager", "canRedeem(uint256,address)", words(0n)],
      ["no-liquidity"],
    ],
    [
      "the bucket is empty",
      ["redemptionManager", "totalRedeemableAmount(address)", words(0n)],
      ["no-liquidity"],
    ],
    [
      "what is left is worth no weETH",
      ["redemptionManager", "totalRedeemableAmount(address)", words(1n)],
      ["no-liquidity"],
    ],
    ["it is paused", ["redemptionManager", "paused()", words(1n)], ["paused"]],
    ["it is paused up to this second", ["redemptionManager", "pausedUntil()", words(NOW)], ["paused"]],
    ["the pool is paused", ["liquidityPool", "pausedUntil()", words(NOW)], ["paused"]],
    ["eETH is paused", ["eETH", "paused()", words(1n)], ["paused"]],
    ["requests are paused", ["withdrawRequestNFT", "paused()", words(1n)], []],
  ])("when %s", async (_name, change, stoppedBy) => {
    expect((await exitsWith(change)).instant?.stoppedBy).toEqual(stoppedBy);
  });
});

describe("what cannot be told of ether.fi's ways out", () => {
  const QUEUE = "exit:etherfi:weETH:queue";
  const INSTANT = "exit:etherfi:weETH:instant";

  it.each<[string, Change, readonly string[]]>([
    ["the rate", ["weETH", "getRate()", { revert: "0x01" }], [INSTANT, QUEUE]],
    ["a pause of weETH", ["weETH", "paused()", { revert: "0x01" }], [INSTANT, QUEUE]],
    ["a pause of the adapter", ["withdrawAdapter", "pausedUntil()", "0x"], [QUEUE]],
    ["the least", ["liquidityPool", "minWithdrawAmount()", { revert: "0x" }], [QUEUE]],
    ["the most", ["liquidityPool", "maxWithdrawAmount()", "0x01"], [QUEUE]],
    ["the fee", ["redemptionManager", "tokenToRedemptionInfo(address)", words(1n, 2n)], [INSTANT]],
    ["what can be redeemed", ["redemptionManager", "totalRedeemableAmount(address)", "0x"], [INSTANT]],
    [
      "whether the account is blocked",
      ["blacklister", "blacklistedUntil(address)", { revert: "0x" }],
      [INSTANT, QUEUE],
    ],
    ["the shares of eETH", ["eETH", "totalShares()", "0x"], [INSTANT]],
  ])("is missing, never open: %s", async (_name, change, subjects) => {
    const { instant, queue, missing } = await exitsWith(change);
    expect(missing.filter((subject) => subject.startsWith("exit:"))).toEqual(subjects);
    expect([instant === undefined, queue === undefined]).toEqual(
      [INSTANT, QUEUE].map((one) => subjects.includes(one)),
    );
  });

  it("a version that lacks a pause getter is not paused by it", async () => {
    const { queue, instant } = await exitsWith(["weETH", "paused()", { revert: "0x" }]);
    expect([queue?.stoppedBy, instant?.stoppedBy]).toEqual([[], []]);
  });

  it("a deployment without a blacklister says that nobody looks", async () => {
    const reader = readerOf(devnetView());
    const reading = await read({ reader, deployment: without("blacklister"), accounts: [ACCOUNT] });
    expect(reading.flags).toMatchObject([{ code: "no-getter:blacklisted", stops: "none" }]);
    expect(reading.accounts[0]?.exits.map(({ stoppedBy }) => stoppedBy)).toEqual([[], []]);
  });

  it.each([
    ["the NFT", ["withdrawRequestNFT"], ["instant"]],
    ["the redemption manager", ["redemptionManager"], ["queue"]],
    ["the pool", ["liquidityPool"], []],
  ])("a deployment without %s has no such way", async (_name, names, ways) => {
    const reader = readerOf(devnetView());
    const reading = await read({ reader, deployment: without(...names), accounts: [ACCOUNT] });
    expect(reading.accounts[0]?.exits.map(({ way }) => way)).toEqual(ways);
  });

  it("reads nothing where the deployment leaves ether.fi out", async () => {
    const deployment = { ...FULL, venues: {} };
    const reading = await read({ reader: readerOf(devnetView()), deployment, accounts: [ACCOUNT] });
    expect(reading).toMatchObject({ rates: [], flags: [], figures: [], missing: [] });
    expect(reading.accounts).toMatchObject([{ positions: [], exits: [], tickets: [], missing: [] }]);
  });
});
