import type { Hex } from "@ballast/core";
import { toFunctionSelector } from "viem";
import { describe, expect, it } from "vitest";
import { ACCOUNT } from "../testing/sampleBatch.ts";
import { ROUTER } from "../testing/sampleDeployment.ts";
import type { BatchEntry } from "./decodeMultiSend.ts";
import { inspectEntry } from "./inspectEntry.ts";
import { SAFE_CONFIGURATION } from "./safeConfiguration.ts";

const GOOD: BatchEntry = { operation: 0n, to: ROUTER, value: 0n, data: "0x095ea7b3" };
const codes = (change: Partial<BatchEntry>) =>
  inspectEntry({ ...GOOD, ...change }, { index: 2n, account: ACCOUNT.address }).map(({ code }) => code);

/** From safe-smart-account, contracts/Safe.sol, base/OwnerManager.sol, ModuleManager.sol, GuardManager.sol, FallbackManager.sol. */
const SIGNATURES = [
  "addOwnerWithThreshold(address,uint256)",
  "removeOwner(address,address,uint256)",
  "swapOwner(address,address,address)",
  "changeThreshold(uint256)",
  "enableModule(address)",
  "disableModule(address,address)",
  "setGuard(address)",
  "setModuleGuard(address)",
  "setFallbackHandler(address)",
  "setup(address[],uint256,address,bytes,address,address,uint256,address)",
  "execTransactionFromModule(address,uint256,bytes,uint8)",
  "approveHash(bytes32)",
];

describe("inspectEntry", () => {
  it("passes a plain call to somebody else", () => expect(codes({})).toEqual([]));

  it.each<[string, Partial<BatchEntry>, string]>([
    ["a delegatecall", { operation: 1n }, "delegatecall"],
    ["an operation that does not exist", { operation: 255n }, "delegatecall"],
    ["a wei of value", { value: 1n }, "value"],
    ["a call to the Safe", { to: ACCOUNT.address }, "safe-configuration"],
    ["a call to the zero address", { to: `0x${"00".repeat(20)}` as const }, "safe-configuration"],
  ])("refuses %s", (_, change, code) => expect(codes(change)).toEqual([code]));

  it.each(SIGNATURES)("refuses %s wherever it is sent, and knows its name", (signature) => {
    const selector = toFunctionSelector(`function ${signature}`) as Hex;
    expect(SAFE_CONFIGURATION[selector]).toBe(signature.split("(")[0]);
    expect(codes({ data: `${selector}${"00".repeat(32)}` as Hex })).toEqual(["safe-configuration"]);
  });

  it("knows no function twice and none that is not listed here", () => {
    expect(Object.keys(SAFE_CONFIGURATION)).toHaveLength(SIGNATURES.length);
  });
});
