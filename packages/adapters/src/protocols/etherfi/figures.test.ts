import { numberToHex } from "viem";
import { describe, expect, it } from "vitest";
import { type Change, devnetView, ETH, NOW, WEETH_RATE } from "../../testing/devnetView.ts";
import type { FakeChainOptions } from "../../testing/fakeChain.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { words } from "../../testing/word.ts";
import { read } from "./read.ts";

/** EIP-1967: keccak256 of "eip1967.proxy.implementation" and "eip1967.proxy.admin", less one. */
const IMPLEMENTATION = "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";
const CONTRACTS = [
  "weETH",
  "eETH",
  "liquidityPool",
  "withdrawRequestNFT",
  "withdrawAdapter",
  "redemptionManager",
];
const readWith = (changes: readonly Change[], storage?: FakeChainOptions["storage"]) =>
  read({ reader: readerOf(devnetView(...changes), storage), deployment: FULL, accounts: [ACCOUNT] });
const figuresOf = async (changes: readonly Change[], storage?: FakeChainOptions["storage"]) =>
  Object.fromEntries((await readWith(changes, storage)).figures.map(({ figure, value }) => [figure, value]));

describe("ether.fi's figures", () => {
  it("are these on a calm day", async () => {
    expect(await figuresOf([])).toEqual({
      tvl: (10n ** 24n * WEETH_RATE) / ETH,
      "exit-queue": 30n * ETH,
      ...Object.fromEntries(
        CONTRACTS.flatMap((name) => [
          [`pause:${name}`, 0n],
          [`paused-until:${name}`, 0n],
        ]),
      ),
      ...Object.fromEntries(
        [...CONTRACTS, "blacklister"].flatMap((name) => [
          [`implementation:${name}`, 0n],
          [`admin:${name}`, 0n],
        ]),
      ),
    });
  });

  it.each(CONTRACTS)("tell both pauses of %s", async (name) => {
    const figures = await figuresOf([
      [name, "paused()", words(1n)],
      [name, "pausedUntil()", words(NOW + 5n)],
    ]);
    expect(figures).toMatchObject({ [`pause:${name}`]: 1n, [`paused-until:${name}`]: NOW + 5n });
  });

  it("tell the implementation and the administrator of each proxy", async () => {
    const storage: FakeChainOptions["storage"] = ({ slot }) =>
      numberToHex(slot === IMPLEMENTATION ? 0xa1n : 0xa2n, { size: 32 });
    const figures = await figuresOf([], storage);
    for (const name of [...CONTRACTS, "blacklister"]) {
      expect(figures).toMatchObject({ [`implementation:${name}`]: 0xa1n, [`admin:${name}`]: 0xa2n });
    }
  });

  it("never let the queue be less than nothing: finalised requests may hold less than they were asked for", async () => {
    const figures = await figuresOf([
      ["withdrawRequestNFT", "ethAmountLockedForWithdrawal()", words(60n * ETH)],
    ]);
    expect(figures["exit-queue"]).toBe(0n);
  });

  it("have none for a getter that a version lacks, and miss none", async () => {
    const { figures, missing } = await readWith([["weETH", "paused()", { revert: "0x" }]]);
    expect(figures.map(({ figure }) => figure)).not.toContain("pause:weETH");
    expect(missing).toEqual([]);
  });

  it.each<[string, Change, string]>([
    ["the pool", ["liquidityPool", "getTotalPooledEther()", { revert: "0x01" }], "tvl"],
    ["what waits", ["withdrawRequestNFT", "ethAmountLockedForWithdrawal()", "0x"], "exit-queue"],
    ["what the requests hold", ["eETH", "balanceOf(address)", "0x01"], "exit-queue"],
    ["a pause", ["eETH", "paused()", { revert: "0x01" }], "pause:eETH"],
  ])("are missing, never 0, when %s is not told", async (_name, change, figure) => {
    const { figures, missing } = await readWith([change]);
    expect(missing.map(({ subject }) => subject)).toContain(`figure:etherfi:${figure}`);
    expect(figures.map((one) => one.figure)).not.toContain(figure);
  });
});
