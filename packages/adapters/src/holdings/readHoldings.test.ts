import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { etherfiHoldings } from "../protocols/etherfi/holdings.ts";
import { idleHoldings } from "../protocols/idle/holdings.ts";
import { lidoHoldings } from "../protocols/lido/holdings.ts";
import { DEVNET, devnetView, WEETH_RATE } from "../testing/devnetView.ts";
import { ACCOUNT, readerOf } from "../testing/fakeReader.ts";
import { words } from "../testing/word.ts";
import { readHoldings } from "./readHoldings.ts";

const WEETH = etherfiHoldings(DEVNET);
const ALL = [...WEETH, ...idleHoldings(DEVNET), ...lidoHoldings(DEVNET)];
const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;

describe("readHoldings", () => {
  it("gives every account every position, the empty ones too", async () => {
    const balance = ([account = 0n]: readonly bigint[]) => words(account === BigInt(OTHER.address) ? 0n : 5n);
    const view = devnetView(["weETH", "balanceOf(address)", balance]);
    const { accounts } = await readHoldings(ALL, { reader: readerOf(view), accounts: [ACCOUNT, OTHER] });
    expect(accounts.map(({ account }) => account)).toEqual([ACCOUNT, OTHER]);
    for (const { positions, missing } of accounts) {
      expect(positions.map(({ position }) => position)).toEqual([
        "etherfi:weETH",
        "idle:ETH",
        "idle:WETH",
        "lido:wstETH",
        "lido:stETH",
      ]);
      expect(missing).toEqual([]);
    }
    expect(accounts.map(({ positions }) => positions[0]?.amount)).toEqual([5n, 0n]);
  });

  it("values a balance at the rate, rounded down", async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt(0n, 2n ** 120n), fc.bigInt(1n, 10n ** 21n), async (amount, rate) => {
        const view = devnetView(
          ["weETH", "balanceOf(address)", words(amount)],
          ["weETH", "getRate()", words(rate)],
        );
        const { accounts } = await readHoldings(WEETH, { reader: readerOf(view), accounts: [ACCOUNT] });
        const [position] = accounts[0]?.positions ?? [];
        expect(position?.amount).toBe(amount);
        const value = position?.value ?? -1n;
        expect(value * 10n ** 18n <= amount * rate && (value + 1n) * 10n ** 18n > amount * rate).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("says where each figure comes from", async () => {
    const { accounts, rates } = await readHoldings(ALL, {
      reader: readerOf(devnetView()),
      accounts: [ACCOUNT],
    });
    const sources = accounts[0]?.positions.map(({ source }) => source);
    expect(sources?.[0]).toMatchObject({ kind: "call", method: "balanceOf" });
    expect(sources?.[1]).toEqual({ kind: "state", account: ACCOUNT.address, field: "balance" });
    expect(rates.map(({ asset, rate }) => [asset, rate])).toEqual([
      ["weETH", WEETH_RATE],
      ["ETH", 10n ** 18n],
      ["WETH", 10n ** 18n],
      ["wstETH", 1_220_000_000_000_000_003n],
      ["stETH", 10n ** 18n],
    ]);
  });

  it("loses the position along with its rate: what has no value is not worth nothing", async () => {
    const view = devnetView(["weETH", "getRate()", { revert: "0x" }]);
    const read = await readHoldings(ALL, { reader: readerOf(view), accounts: [ACCOUNT, OTHER] });
    expect(read.missing).toMatchObject([{ subject: "rate:weETH", code: "revert" }]);
    for (const { positions, missing } of read.accounts) {
      expect(positions.map(({ position }) => position)).not.toContain("etherfi:weETH");
      expect(missing).toMatchObject([{ subject: "position:etherfi:weETH", code: "revert", retry: false }]);
    }
  });

  it.each([
    ["reverts", { revert: "0x" }, "revert"],
    ["answers nothing", "0x", "empty"],
    ["answers 31 bytes", `0x${"00".repeat(31)}`, "short-data"],
  ] as const)("loses only the position whose balance %s", async (_name, answer, code) => {
    const view = devnetView(["wstETH", "balanceOf(address)", answer]);
    const read = await readHoldings(ALL, { reader: readerOf(view), accounts: [ACCOUNT] });
    expect(read.accounts[0]?.positions).toHaveLength(4);
    expect(read.accounts[0]?.missing).toMatchObject([{ subject: "position:lido:wstETH", code }]);
    expect(read.rates).toHaveLength(5);
  });

  it("reads nothing of a venue that the deployment leaves out", async () => {
    const without = { ...DEVNET, venues: {} };
    expect([...etherfiHoldings(without), ...lidoHoldings(without), ...idleHoldings(without)]).toEqual([]);
    const read = await readHoldings([], { reader: readerOf(devnetView()), accounts: [ACCOUNT] });
    expect(read).toEqual({
      rates: [],
      missing: [],
      accounts: [{ account: ACCOUNT, positions: [], tickets: [], exits: [], missing: [] }],
    });
  });
});
