import type { Address, Hex, InnerCall, RawAmount, SafeTransaction, UnixSeconds } from "@ballast/core";
import { encodeFunctionData, erc20Abi, parseAbi } from "viem";
import { describe, expect, it } from "vitest";
import { deadlineCall } from "../deadlineCall.ts";
import { type AnyCall, encodeBatch } from "../testing/encodeBatch.ts";
import {
  ACCOUNT,
  callsOf,
  DEADLINE,
  inspectionOf,
  NOW,
  planOf,
  SAFE_STATE,
  SAMPLE_PLAN,
} from "../testing/sampleBatch.ts";
import { ROUTER, WEETH, WETH, WSTETH } from "../testing/sampleDeployment.ts";
import type { BatchInspection } from "./batchInspection.ts";
import { inspectBatch } from "./inspectBatch.ts";

const STRANGER: Address = "0xbad000000000000000000000000000000000bad0";
const CALLS: readonly InnerCall[] = [deadlineCall(ROUTER, DEADLINE), ...callsOf(SAMPLE_PLAN)];

const found = (transaction: SafeTransaction, change: Partial<BatchInspection> = {}) =>
  inspectBatch({ ...inspectionOf(SAMPLE_PLAN), transaction, ...change });
const codes = (transaction: SafeTransaction, change: Partial<BatchInspection> = {}) => [
  ...new Set(found(transaction, change).map(({ code }) => code)),
];

/** The sample's calls with one of them replaced. */
const replaced = (index: number, change: Partial<AnyCall>): readonly AnyCall[] =>
  CALLS.map((call, place) => (place === index ? { ...call, ...change } : call));

/** Data of the sample's calls with the `word`-th argument of one call replaced. */
function withArgument({ call, word, value }: { call: number; word: number; value: bigint | Hex }) {
  const data = CALLS[call]?.data ?? "0x";
  const hex = BigInt(value).toString(16).padStart(64, "0");
  const start = 10 + word * 64;
  return replaced(call, { data: `${data.slice(0, start)}${hex}${data.slice(start + 64)}` as Hex });
}

const approve = (spender: Address, amount: bigint): Hex =>
  encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] });

describe("inspectBatch lets pass", () => {
  it("the batch that is the plan", () => expect(found(encodeBatch(CALLS))).toEqual([]));
  it("a nonce that waits behind others", () =>
    expect(codes({ ...encodeBatch(CALLS), nonce: SAFE_STATE.nonce + 100n })).toEqual([]));
});

describe("inspectBatch refuses in the envelope", () => {
  const good = encodeBatch(CALLS);
  it.each<[string, Partial<SafeTransaction>, string]>([
    ["a delegatecall to another contract", { to: STRANGER }, "target"],
    ["a plain call to MultiSendCallOnly", { operation: 0n }, "operation"],
    ["an operation that does not exist", { operation: 2n }, "operation"],
    ["value", { value: 1n }, "value"],
    ["safeTxGas", { safeTxGas: 1n }, "gas-field"],
    ["baseGas", { baseGas: 1n }, "gas-field"],
    ["gasPrice", { gasPrice: 1n }, "gas-field"],
    ["gasToken", { gasToken: STRANGER }, "gas-field"],
    ["refundReceiver", { refundReceiver: STRANGER }, "gas-field"],
    ["a used nonce", { nonce: SAFE_STATE.nonce - 1n }, "nonce"],
    ["a nonce out of reach", { nonce: SAFE_STATE.nonce + 101n }, "nonce"],
    ["no data", { data: "0x" }, "malformed"],
    ["trailing bytes", { data: `${good.data}00` }, "malformed"],
  ])("%s", (_, change, code) => expect(codes({ ...good, ...change })).toEqual([code]));
});

describe("inspectBatch refuses in the calls", () => {
  it.each<[string, readonly AnyCall[], string]>([
    ["a delegatecall inside", replaced(2, { operation: 1 }), "delegatecall"],
    ["ETH sent along", replaced(2, { value: 1n }), "value"],
    ["no deadline check", CALLS.slice(1), "malformed"],
    ["another deadline", replaced(0, { data: deadlineCall(ROUTER, NOW).data }), "deadline"],
    ["another deadline checker", replaced(0, { to: STRANGER }), "deadline"],
    [
      "an approval of another spender",
      replaced(1, { data: approve(STRANGER, 100n * 10n ** 18n) }),
      "spender",
    ],
    [
      "an approval of more than is spent",
      replaced(1, { data: approve(ROUTER, 2n ** 256n - 1n) }),
      "approval",
    ],
    ["an approval of another token", replaced(1, { to: WEETH }), "approval"],
    ["a swap on another router", replaced(2, { to: STRANGER }), "target"],
    ["another token sold", withArgument({ call: 2, word: 0, value: WEETH }), "swap-path"],
    ["another token bought", withArgument({ call: 2, word: 1, value: WEETH }), "swap-path"],
    ["another pool fee", withArgument({ call: 2, word: 2, value: 3_000n }), "swap-path"],
    ["another recipient", withArgument({ call: 2, word: 3, value: STRANGER }), "recipient"],
    ["the router's own shorthand for the sender", withArgument({ call: 2, word: 3, value: 1n }), "recipient"],
    ["another amount sold", withArgument({ call: 2, word: 4, value: 1n }), "amount"],
    ["a lower minimum", withArgument({ call: 2, word: 5, value: 1n }), "minimum"],
    ["a price limit", withArgument({ call: 2, word: 6, value: 1n }), "price-limit"],
    ["a call too few", CALLS.slice(0, -1), "call-missing"],
    ["a call too many", [...CALLS, { to: WETH, value: 0n, data: approve(STRANGER, 1n) }], "call-unplanned"],
    ["no calls", [], "call-missing"],
  ])("%s", (_, calls, code) => expect(codes(encodeBatch(calls))).toContain(code));

  it("two actions in the other order", () => {
    const [check, ...rest] = CALLS;
    const swapped = [check, ...rest.slice(2), ...rest.slice(0, 2)].filter((call) => call !== undefined);
    expect(codes(encodeBatch(swapped))).toContain("swap-path");
  });
});

describe("inspectBatch refuses any call on the Safe itself", () => {
  const safe = parseAbi([
    "function addOwnerWithThreshold(address owner, uint256 threshold)",
    "function enableModule(address module)",
    "function setGuard(address guard)",
    "function setFallbackHandler(address handler)",
  ]);
  it.each<[string, Hex]>([
    [
      "addOwnerWithThreshold",
      encodeFunctionData({ abi: safe, functionName: "addOwnerWithThreshold", args: [STRANGER, 1n] }),
    ],
    ["enableModule", encodeFunctionData({ abi: safe, functionName: "enableModule", args: [STRANGER] })],
    ["setGuard", encodeFunctionData({ abi: safe, functionName: "setGuard", args: [STRANGER] })],
    [
      "setFallbackHandler",
      encodeFunctionData({ abi: safe, functionName: "setFallbackHandler", args: [STRANGER] }),
    ],
  ])("%s, and names it", (name, data) => {
    const call = { to: ACCOUNT.address, value: 0n, data };
    const violation = found(encodeBatch([...CALLS, call])).find(({ code }) => code === "safe-configuration");
    expect(violation?.actual).toContain(name);
  });

  it("through the zero address, which means the Safe from 1.5.0 on", () => {
    const call = { to: `0x${"00".repeat(20)}` as const, value: 0n, data: "0x" as const };
    expect(codes(encodeBatch([...CALLS, call]))).toContain("safe-configuration");
  });
});

describe("inspectBatch refuses when what it compares with does not hold", () => {
  const good = encodeBatch(CALLS);
  const base = inspectionOf(SAMPLE_PLAN);
  const elsewhere = { ...ACCOUNT, address: STRANGER };
  const cases: readonly [string, Partial<BatchInspection>, string][] = [
    [
      "the code of MultiSendCallOnly is another",
      { multiSendCallOnlyCodeHash: `0x${"ff".repeat(32)}` as const },
      "code-hash",
    ],
    ["the code of MultiSendCallOnly could not be read", { multiSendCallOnlyCodeHash: null }, "code-hash"],
    ["the Safe could not be read", { snapshot: { ...base.snapshot, safe: null } }, "safe-unread"],
    [
      "the Safe is of an unknown version",
      { snapshot: { ...base.snapshot, safe: { ...SAFE_STATE, version: "1.1.1" } } },
      "unsupported-version",
    ],
    ["the snapshot is of another account", { snapshot: { ...base.snapshot, account: elsewhere } }, "account"],
    ["the plan is of another account", { plan: { ...SAMPLE_PLAN, account: elsewhere } }, "account"],
    ["the deployment is of another chain", { deployment: { ...base.deployment, chainId: 1n } }, "account"],
    [
      "the policy allows fewer calls",
      { policy: { ...base.policy, batch: { ...base.policy.batch, maxCalls: 4n } } },
      "too-many-calls",
    ],
    [
      "the policy allows less slippage",
      {
        policy: {
          ...base.policy,
          costs: { ...base.policy.costs, slippage: 49n as typeof base.policy.costs.slippage },
        },
      },
      "minimum-below-rate",
    ],
    [
      "the deadline lies further than the policy allows",
      { policy: { ...base.policy, proposalDeadline: 3_599n as typeof base.policy.proposalDeadline } },
      "deadline",
    ],
    [
      "the deadline has passed",
      {
        snapshot: { ...base.snapshot, block: { ...base.snapshot.block, timestamp: DEADLINE as UnixSeconds } },
      },
      "deadline",
    ],
    [
      "the asset is not of the deployment",
      {
        deployment: {
          ...base.deployment,
          assets: base.deployment.assets.filter(({ address }) => address !== WSTETH),
        },
      },
      "asset-unknown",
    ],
    [
      "the route is not of the deployment",
      { deployment: { ...base.deployment, routes: {} } },
      "route-unknown",
    ],
  ];
  it.each(cases)("%s", (_, change, code) => expect(codes(good, change)).toContain(code));

  it("a rebalance may not use the emergency ceiling, an emergency exit may", () => {
    const [exit] = SAMPLE_PLAN.actions;
    if (exit === undefined) throw new Error("the sample plan begins with an exit");
    const cheap = {
      ...exit,
      receive: { ...exit.receive, atLeast: 116_400_000_000_000_000_000n as RawAmount },
    };
    const rebalance = planOf([cheap]);
    const calls = [deadlineCall(ROUTER, DEADLINE), ...callsOf(rebalance)];
    expect(codes(encodeBatch(calls), { plan: rebalance })).toEqual(["minimum-below-rate"]);
    expect(codes(encodeBatch(calls), { plan: { ...rebalance, purpose: "emergency-exit" } })).toEqual([]);
  });

  it("a plan with a zero amount, which the router reads as everything it holds", () => {
    const [exit] = SAMPLE_PLAN.actions;
    if (exit === undefined) throw new Error("the sample plan begins with an exit");
    const plan = planOf([{ ...exit, spend: { ...exit.spend, amount: 0n as RawAmount } }]);
    const calls = [deadlineCall(ROUTER, DEADLINE), ...callsOf(plan)];
    expect(codes(encodeBatch(calls), { plan })).toContain("amount");
  });
});
