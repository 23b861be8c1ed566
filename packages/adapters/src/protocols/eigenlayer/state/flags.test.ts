import { describe, expect, it } from "vitest";
import { ETH } from "../../../testing/devnetView.ts";
import { words } from "../../../testing/word.ts";
import { EL, OPERATOR } from "../testing/eigenlayerDeployment.ts";
import { type Change, TOKEN_BALANCE } from "../testing/eigenlayerView.ts";
import { readEigenlayer } from "../testing/readEigenlayer.ts";

const flagsIn = async (...changes: Change[]) =>
  (await readEigenlayer({ changes })).reading.flags.map(({ code, stops }) => [code, stops]);
const paused = (contract: Change[0], bitmap: bigint): Change => [contract, "paused()", words(bitmap)];
const limits = (perDeposit: bigint, total: bigint): Change => [
  "stETHStrategy",
  "getTVLLimits()",
  words(perDeposit, total),
];

describe("flags of EigenLayer", () => {
  it("are none on a calm day", async () => {
    expect(await flagsIn()).toEqual([]);
  });

  it.each<[string, Change, readonly (readonly [string, string])[]]>([
    ["StrategyManager bit 0", paused("strategyManager", 0b1n), [["deposits-paused", "entries"]]],
    ["StrategyManager, another bit", paused("strategyManager", 0b10n), []],
    ["DelegationManager bit 0", paused("delegationManager", 0b001n), [["delegation-paused", "none"]]],
    ["DelegationManager bit 1", paused("delegationManager", 0b010n), [["queue-paused", "exits"]]],
    ["DelegationManager bit 2", paused("delegationManager", 0b100n), [["claims-paused", "none"]]],
    [
      "DelegationManager, all bits",
      paused("delegationManager", 2n ** 256n - 1n),
      [
        ["delegation-paused", "none"],
        ["queue-paused", "exits"],
        ["claims-paused", "none"],
      ],
    ],
    ["AllocationManager bit 0", paused("allocationManager", 0b001n), []],
    ["AllocationManager bit 1", paused("allocationManager", 0b010n), [["slashing-paused", "none"]]],
    ["EigenPodManager, all bits: native ETH only", paused("eigenPodManager", 2n ** 256n - 1n), []],
    ["strategy bit 0", paused("stETHStrategy", 0b01n), [["strategy-deposits-paused:stETH", "entries"]]],
    ["strategy bit 1", paused("stETHStrategy", 0b10n), [["token-withdrawals-paused:stETH", "none"]]],
  ])("say what a pause stops: %s", async (_name, change, flags) => {
    expect(await flagsIn(change)).toEqual(flags);
  });

  it.each<[string, Change, readonly (readonly [string, string])[]]>([
    [
      "not on the whitelist: deposits only",
      ["strategyManager", "strategyIsWhitelistedForDeposit(address)", words(0n)],
      [["not-whitelisted:stETH", "entries"]],
    ],
    ["one wei below its limit", limits(ETH, TOKEN_BALANCE + 1n), []],
    ["at its limit", limits(ETH, TOKEN_BALANCE), [["deposit-cap-reached:stETH", "entries"]]],
    ["above its limit", limits(ETH, TOKEN_BALANCE - 1n), [["deposit-cap-reached:stETH", "entries"]]],
    [
      "with deposits of nothing allowed",
      limits(0n, 2n ** 256n - 1n),
      [["deposit-cap-reached:stETH", "entries"]],
    ],
    ["without limits", ["stETHStrategy", "getTVLLimits()", { revert: "0x" }], []],
  ])("say whether the strategy takes deposits: %s", async (_name, change, flags) => {
    expect(await flagsIn(change)).toEqual(flags);
  });

  it.each<[string, Change]>([
    ["the manager's pause", ["strategyManager", "paused()", { revert: "0x12345678" }]],
    ["the strategy's pause", ["stETHStrategy", "paused()", "0x"]],
    ["the whitelist", ["strategyManager", "strategyIsWhitelistedForDeposit(address)", "0x"]],
    ["the limits", ["stETHStrategy", "getTVLLimits()", "0x01"]],
    ["what lies in it", ["stETH", "balanceOf(address)", { revert: "0x12345678" }]],
  ])("say nothing of %s when it could not be read: it is missing as a figure", async (_name, change) => {
    const { reading } = await readEigenlayer({ changes: [change] });
    expect(reading.flags).toEqual([]);
    expect(reading.missing.every(({ subject }) => subject.startsWith("figure:eigenlayer:"))).toBe(true);
    expect(reading.missing).not.toEqual([]);
  });

  it("name an operator whose slashed stake goes to somebody", async () => {
    const change: Change = ["allocationManager", "isOperatorRedistributable(address)", words(1n)];
    expect(await flagsIn(change)).toEqual([[`redistributing:${OPERATOR}`, "none"]]);
  });

  it("say so when that could not be read: older contracts lack the getter", async () => {
    const change: Change = ["allocationManager", "isOperatorRedistributable(address)", { revert: "0x" }];
    expect(await flagsIn(change)).toEqual([[`redistribution-unknown:${OPERATOR}`, "none"]]);
  });

  it("name the contract and the getter that they come from", async () => {
    const { reading } = await readEigenlayer({ changes: [paused("delegationManager", 0b010n)] });
    const source = { kind: "call", contract: EL.delegationManager, method: "paused" };
    expect(reading.flags).toEqual([{ venue: "eigenlayer", code: "queue-paused", stops: "exits", source }]);
  });
});
