import { describe, expect, it } from "vitest";
import {
  addressOf,
  type Change,
  DEVNET,
  devnetView,
  ETH,
  NOW,
  WSTETH_RATE,
} from "../../testing/devnetView.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { words } from "../../testing/word.ts";
import { LIDO_ID } from "./contracts.ts";
import { read } from "./read.ts";

const readWith = (...changes: Change[]) =>
  read({ reader: readerOf(devnetView(...changes)), deployment: FULL, accounts: [ACCOUNT] });
const without = (...names: readonly string[]) => {
  const contracts = Object.entries(FULL.venues[LIDO_ID] ?? {}).filter(([name]) => !names.includes(name));
  return { ...FULL, venues: { ...FULL.venues, [LIDO_ID]: Object.fromEntries(contracts) } };
};

describe("Lido", () => {
  it("values wstETH at stEthPerToken and stETH at one, whose yield is that of wstETH", async () => {
    const { accounts, rates, flags, missing } = await readWith(["stETH", "balanceOf(address)", words(7n)]);
    expect(accounts[0]?.positions).toMatchObject([
      {
        position: "lido:wstETH",
        asset: "wstETH",
        amount: 520n * ETH,
        value: (520n * ETH * WSTETH_RATE) / ETH,
      },
      { position: "lido:stETH", asset: "stETH", amount: 7n, value: 7n },
    ]);
    expect(rates).toMatchObject([
      { asset: "wstETH", venue: "lido", rate: WSTETH_RATE },
      { asset: "stETH", venue: "lido", rate: ETH, growsWith: "wstETH" },
    ]);
    expect([flags, missing, accounts[0]?.missing]).toEqual([[], [], []]);
  });

  it("counts no stETH where the deployment does not list it as an asset", async () => {
    const assets = FULL.assets.filter(({ id }) => id !== "stETH");
    const reader = readerOf(devnetView());
    const { accounts, rates } = await read({ reader, deployment: { ...FULL, assets }, accounts: [ACCOUNT] });
    expect(accounts[0]?.positions.map(({ position }) => position)).toEqual(["lido:wstETH"]);
    expect(rates.map(({ asset }) => asset)).toEqual(["wstETH"]);
  });

  it.each<[string, Change, string, string]>([
    [
      "a stopped stETH: entries stop, wstETH still trades",
      ["stETH", "isStopped()", words(1n)],
      "steth-stopped",
      "entries",
    ],
    [
      "a paused queue: nothing should enter, and wstETH still trades",
      ["withdrawalQueue", "isPaused()", words(1n)],
      "withdrawal-queue-paused",
      "entries",
    ],
    [
      "bunker mode, which stops nothing",
      ["withdrawalQueue", "isBunkerModeActive()", words(1n)],
      "bunker-mode",
      "none",
    ],
  ])("flags %s", async (_name, change, code, stops) => {
    const { flags } = await readWith(change);
    const method = change[1].slice(0, -2);
    expect(flags).toEqual([
      { venue: "lido", code, stops, source: { kind: "call", contract: addressOf(change[0]), method } },
    ]);
  });

  it.each<[string, Change, string]>([
    ["isStopped", ["stETH", "isStopped()", { revert: "0x" }], "venue:lido"],
    ["isPaused", ["withdrawalQueue", "isPaused()", { revert: "0x" }], "figure:lido:pause:withdrawalQueue"],
    [
      "isBunkerModeActive",
      ["withdrawalQueue", "isBunkerModeActive()", { revert: "0x" }],
      "figure:lido:bunker-mode",
    ],
  ])("does not take a contract whose %s does not answer for running", async (method, change, lost) => {
    const { flags, missing } = await readWith(change);
    expect(flags).toEqual([]);
    const said = missing.filter(({ subject }) => subject === lost);
    expect(said[0]).toMatchObject({ code: "revert" });
    expect(said[0]?.detail).toMatch(new RegExp(`^${method}: `));
  });

  it("states that it cannot see whether stETH stands still where the deployment has none", async () => {
    const reader = readerOf(devnetView());
    const reading = await read({
      reader,
      deployment: without("stETH", "withdrawalQueue"),
      accounts: [ACCOUNT],
    });
    expect(reading.flags).toMatchObject([{ code: "no-pause-getter", stops: "none" }]);
    expect(reading).toMatchObject({ figures: [], missing: [], accounts: [{ exits: [], tickets: [] }] });
  });

  it("reads nothing where the deployment leaves it out", async () => {
    const deployment = { ...DEVNET, venues: {} };
    const reading = await read({ reader: readerOf(devnetView()), deployment, accounts: [ACCOUNT] });
    expect(reading).toMatchObject({ rates: [], flags: [], figures: [], missing: [] });
    expect(reading.accounts).toMatchObject([{ positions: [], tickets: [], exits: [], missing: [] }]);
  });
});

describe("Lido's queue as a way out", () => {
  it("takes any amount, in requests inside its limits, for nothing, at no promised time", async () => {
    const { accounts } = await readWith();
    expect(accounts[0]?.exits).toEqual([
      {
        position: "lido:wstETH",
        venue: "lido",
        way: "queue",
        assetIn: "wstETH",
        assetOut: "ETH",
        rate: WSTETH_RATE,
        fee: 0n,
        capacity: null,
        smallest: 100n,
        largest: 1_000n * ETH,
        delayBlocks: null,
        delay: null,
        stoppedBy: [],
        terms: { kind: "lido-queue" },
        source: { kind: "call", contract: addressOf("withdrawalQueue"), method: "isPaused" },
      },
    ]);
  });

  it.each<[string, Change, readonly string[]]>([
    ["the queue is paused", ["withdrawalQueue", "isPaused()", words(1n)], ["paused"]],
    ["stETH is stopped, so wstETH does not unwrap", ["stETH", "isStopped()", words(1n)], ["paused"]],
    ["bunker mode is on", ["withdrawalQueue", "isBunkerModeActive()", words(1n)], []],
    ["a pause that is over", ["withdrawalQueue", "getResumeSinceTimestamp()", words(NOW)], []],
  ])("when %s", async (_name, change, stoppedBy) => {
    const { accounts } = await readWith(change);
    expect(accounts[0]?.exits).toMatchObject([{ stoppedBy }]);
  });

  it("needs no fallback handler: the account is not called back", async () => {
    const bare = { ...ACCOUNT, address: `0x${"77".repeat(20)}` } as const;
    const { accounts } = await read({ reader: readerOf(devnetView()), deployment: FULL, accounts: [bare] });
    expect(accounts[0]?.exits).toMatchObject([{ stoppedBy: [] }]);
  });

  it.each<[string, Change]>([
    ["whether it is paused", ["withdrawalQueue", "isPaused()", { revert: "0x" }]],
    ["whether stETH stands still", ["stETH", "isStopped()", "0x"]],
    ["its least", ["withdrawalQueue", "MIN_STETH_WITHDRAWAL_AMOUNT()", "0x01"]],
    ["its most", ["withdrawalQueue", "MAX_STETH_WITHDRAWAL_AMOUNT()", { revert: "0x" }]],
    ["the rate", ["wstETH", "stEthPerToken()", { revert: "0x" }]],
  ])("is missing when nobody can tell %s", async (_name, change) => {
    const { accounts } = await readWith(change);
    expect(accounts[0]?.exits).toEqual([]);
    expect(accounts[0]?.missing.map(({ subject }) => subject)).toContain("exit:lido:wstETH:queue");
  });
});
