import { numberToHex } from "viem";
import { describe, expect, it } from "vitest";
import { addressOf, type Change, devnetView, ETH, NOW, WSTETH_RATE } from "../../testing/devnetView.ts";
import type { FakeChainOptions } from "../../testing/fakeChain.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { words } from "../../testing/word.ts";
import { read } from "./read.ts";

/** EIP-1967: keccak256 of "eip1967.proxy.implementation" and "eip1967.proxy.admin", less one. */
const IMPLEMENTATION = "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";
const ADMIN = "0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103";
const FOR_EVER = 2n ** 256n - 1n;
const readWith = (changes: readonly Change[], storage?: FakeChainOptions["storage"]) =>
  read({ reader: readerOf(devnetView(...changes), storage), deployment: FULL, accounts: [ACCOUNT] });
const figuresOf = async (changes: readonly Change[], storage?: FakeChainOptions["storage"]) =>
  Object.fromEntries((await readWith(changes, storage)).figures.map(({ figure, value }) => [figure, value]));

describe("Lido's figures", () => {
  it("are these on a calm day", async () => {
    expect(await figuresOf([])).toEqual({
      tvl: (10n ** 24n * WSTETH_RATE) / ETH,
      "exit-queue": 70n * ETH,
      "pause:stETH": 0n,
      "pause:withdrawalQueue": 0n,
      "paused-until:withdrawalQueue": NOW - 1_001n,
      "implementation:stETH": 0n,
      "admin:stETH": 0n,
      "implementation:withdrawalQueue": 0n,
      "admin:withdrawalQueue": 0n,
    });
  });

  it.each<[string, Change, string, bigint]>([
    ["stETH stopped", ["stETH", "isStopped()", words(1n)], "pause:stETH", 1n],
    ["the queue paused", ["withdrawalQueue", "isPaused()", words(1n)], "pause:withdrawalQueue", 1n],
    [
      "a timed pause by its last second",
      ["withdrawalQueue", "getResumeSinceTimestamp()", words(NOW + 100n)],
      "paused-until:withdrawalQueue",
      NOW + 99n,
    ],
    [
      "a pause without end",
      ["withdrawalQueue", "getResumeSinceTimestamp()", words(FOR_EVER)],
      "paused-until:withdrawalQueue",
      FOR_EVER,
    ],
    [
      "a queue that was never paused",
      ["withdrawalQueue", "getResumeSinceTimestamp()", words(0n)],
      "paused-until:withdrawalQueue",
      0n,
    ],
    ["what waits", ["withdrawalQueue", "unfinalizedStETH()", words(5n)], "exit-queue", 5n],
  ])("tell %s", async (_name, change, figure, value) => {
    expect(await figuresOf([change])).toMatchObject({ [figure]: value });
  });

  it("tell who stETH is from the slots of EIP-1967 where they are filled", async () => {
    const values = { [IMPLEMENTATION]: 0xa1n, [ADMIN]: 0xa2n } as Record<string, bigint>;
    const storage: FakeChainOptions["storage"] = ({ slot }) => numberToHex(values[slot] ?? 0n, { size: 32 });
    const figures = await figuresOf([["stETH", "implementation()", words(0xbadn)]], storage);
    expect(figures).toMatchObject({
      "implementation:stETH": 0xa1n,
      "admin:stETH": 0xa2n,
      "implementation:withdrawalQueue": 0xa1n,
      "admin:withdrawalQueue": 0xa2n,
    });
  });

  it("tell who stETH is behind an Aragon proxy by what the proxy answers, and from where", async () => {
    const { figures } = await readWith([
      ["stETH", "implementation()", words(0xa1n)],
      ["stETH", "kernel()", words(0xa2n)],
    ]);
    const contract = addressOf("stETH");
    expect(figures.filter(({ figure }) => figure.endsWith(":stETH")).slice(1)).toEqual([
      {
        venue: "lido",
        figure: "implementation:stETH",
        value: 0xa1n,
        source: { kind: "call", contract, method: "implementation" },
      },
      {
        venue: "lido",
        figure: "admin:stETH",
        value: 0xa2n,
        source: { kind: "call", contract, method: "kernel" },
      },
    ]);
  });

  it.each<[string, Change, string]>([
    ["the pool", ["stETH", "getTotalPooledEther()", { revert: "0x" }], "figure:lido:tvl"],
    ["the queue's length", ["withdrawalQueue", "unfinalizedStETH()", "0x"], "figure:lido:exit-queue"],
    ["a pause", ["withdrawalQueue", "isPaused()", "0x01"], "figure:lido:pause:withdrawalQueue"],
    ["the implementation", ["stETH", "implementation()", "0x"], "figure:lido:implementation:stETH"],
  ])("are missing, never 0, when %s is not told", async (_name, change, subject) => {
    const { figures, missing } = await readWith([change]);
    expect(missing.map((one) => one.subject)).toContain(subject);
    expect(figures.map(({ figure }) => `figure:lido:${figure}`)).not.toContain(subject);
  });
});
