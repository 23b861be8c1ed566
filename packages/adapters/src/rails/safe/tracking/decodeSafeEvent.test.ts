import type { Address, BlockNumber, Hex } from "@ballast/core";
import { numberToHex, pad, toEventSelector } from "viem";
import { describe, expect, it } from "vitest";
import { decodeSafeEvent, SAFE_EVENT_TOPICS } from "./decodeSafeEvent.ts";
import type { EventPlace } from "./safeEvent.ts";

const HASH = `0x${"c0".repeat(32)}` as const;
const OWNER: Address = "0x00000000000000000000000000000000000000aa";
const AT: EventPlace = {
  blockNumber: 5n as BlockNumber,
  blockHash: `0x${"b0".repeat(32)}` as const,
  transactionHash: `0x${"a0".repeat(32)}` as const,
  logIndex: 3n,
};
const word = (value: bigint | Address): Hex =>
  typeof value === "bigint" ? numberToHex(value, { size: 32 }) : pad(value, { size: 32 });
const joined = (...words: readonly Hex[]): Hex => `0x${words.map((one) => one.slice(2)).join("")}`;

const decode = (event: string, { topics, data }: { topics: readonly Hex[]; data: Hex }) =>
  decodeSafeEvent({ topics: [toEventSelector(event), ...topics], data }, AT);

describe("decodeSafeEvent", () => {
  it.each([
    ["1.3.0, which indexes nothing", { topics: [], data: joined(HASH, word(4n)) }],
    ["1.4.1, which indexes the hash", { topics: [HASH], data: word(4n) }],
  ])("reads executions of %s", (_, log) => {
    const fact = { kind: "execution", safeTxHash: HASH, payment: 4n, at: AT };
    expect(decode("ExecutionSuccess(bytes32,uint256)", log)).toEqual({ ...fact, success: true });
    expect(decode("ExecutionFailure(bytes32,uint256)", log)).toEqual({ ...fact, success: false });
  });

  it("reads an approval on chain", () => {
    const event = decode("ApproveHash(bytes32,address)", { topics: [HASH, word(OWNER)], data: "0x" });
    expect(event).toEqual({ kind: "approval", safeTxHash: HASH, owner: OWNER, at: AT });
  });

  it.each([
    ["AddedOwner(address)", "owner-added"],
    ["RemovedOwner(address)", "owner-removed"],
    ["EnabledModule(address)", "module-enabled"],
    ["DisabledModule(address)", "module-disabled"],
    ["ChangedGuard(address)", "guard-changed"],
    ["ChangedModuleGuard(address)", "module-guard-changed"],
    ["ChangedFallbackHandler(address)", "fallback-handler-changed"],
    ["ChangedMasterCopy(address)", "singleton-changed"],
  ])("reads %s, indexed or not", (event, change) => {
    const fact = { kind: "configuration", change, value: OWNER, at: AT };
    expect(decode(event, { topics: [], data: word(OWNER) })).toEqual(fact);
    expect(decode(event, { topics: [word(OWNER)], data: "0x" })).toEqual(fact);
  });

  it("reads a threshold as a number", () => {
    const event = decode("ChangedThreshold(uint256)", { topics: [], data: word(3n) });
    expect(event).toEqual({ kind: "configuration", change: "threshold-changed", value: 3n, at: AT });
  });

  it("reads what a module did", () => {
    const log = { topics: [word(OWNER)], data: "0x" as const };
    const fact = { kind: "module-execution", module: OWNER, at: AT };
    expect(decode("ExecutionFromModuleSuccess(address)", log)).toEqual({ ...fact, success: true });
    expect(decode("ExecutionFromModuleFailure(address)", log)).toEqual({ ...fact, success: false });
  });

  it.each<[string, { topics: readonly Hex[]; data: Hex }]>([
    ["too few words", { topics: [], data: HASH }],
    ["too many words", { topics: [HASH], data: joined(HASH, HASH) }],
    ["half a word", { topics: [HASH], data: "0x01" }],
  ])("does not read an execution of %s", (_, log) => {
    expect(decode("ExecutionSuccess(bytes32,uint256)", log)).toBeNull();
  });

  it("leaves other events alone", () => {
    expect(decode("Transfer(address,address,uint256)", { topics: [], data: word(1n) })).toBeNull();
    expect(decodeSafeEvent({ topics: [], data: "0x" }, AT)).toBeNull();
  });

  it("asks the node for exactly the events that it reads", () => {
    expect(new Set(SAFE_EVENT_TOPICS).size).toBe(14);
  });
});
