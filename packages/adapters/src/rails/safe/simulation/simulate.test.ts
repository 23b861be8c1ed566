import type { Address, Hex } from "@ballast/core";
import { encodeErrorResult, pad, parseAbi } from "viem";
import { describe, expect, it } from "vitest";
import { buildRejection } from "../buildRejection.ts";
import { deadlineCall } from "../deadlineCall.ts";
import { SimulationIncompleteError, StateOverrideUnsupportedError } from "../errors.ts";
import { encodeBatch } from "../testing/encodeBatch.ts";
import { ACCOUNT, callsOf, DEADLINE, inspectionOf, SAFE_STATE, SAMPLE_PLAN } from "../testing/sampleBatch.ts";
import { ROUTER, SAMPLE_DEPLOYMENT, WEETH, WETH, WSTETH } from "../testing/sampleDeployment.ts";
import { WITHDRAWAL_PLAN } from "../testing/sampleWithdrawals.ts";
import { simulatedNode, type World } from "../testing/simulatedNode.ts";
import { refuses, stubSource } from "../testing/stubSource.ts";
import {
  STETH,
  STETH_STRATEGY,
  WITHDRAW_ADAPTER,
  WITHDRAW_NFT,
  WITHDRAWAL_DEPLOYMENT,
  WITHDRAWAL_QUEUE,
} from "../testing/withdrawalDeployment.ts";
import { type SimulationRequest, simulate } from "./simulate.ts";

const DONE = { ...SAFE_STATE, nonce: SAFE_STATE.nonce + 1n };
const GOOD: World = { before: SAFE_STATE, after: DONE };
const TRANSACTION = encodeBatch([deadlineCall(ROUTER, DEADLINE), ...callsOf(SAMPLE_PLAN)]);
const STRANGER = "0xbad000000000000000000000000000000000bad0";
const { snapshot } = inspectionOf(SAMPLE_PLAN);

const said = (text: string): Hex =>
  encodeErrorResult({ abi: parseAbi(["error Error(string message)"]), errorName: "Error", args: [text] });

const request = (world: World): SimulationRequest => ({
  source: simulatedNode(world).source,
  account: ACCOUNT,
  safe: SAFE_STATE,
  transaction: TRANSACTION,
  deployment: SAMPLE_DEPLOYMENT,
  block: snapshot.block,
  plan: SAMPLE_PLAN,
});
const run = (world: World, change: Partial<SimulationRequest> = {}) =>
  simulate({ ...request(world), ...change });

const METHODS: readonly [string, Partial<World>][] = [
  ["eth_simulateV1", {}],
  ["eth_call", { refuse: ["eth_simulateV1"] }],
];

describe.each(METHODS)("simulate by %s", (method, node) => {
  it("tells balances, allowances and that the Safe stayed what it was", async () => {
    expect(await run({ ...GOOD, ...node })).toMatchObject({
      schema: "ballast/simulation/1",
      method,
      success: true,
      revert: "",
      conditional: false,
      approvedBy: SAFE_STATE.owners.slice(0, 2),
      changes: ["ETH", "WETH", "weETH", "wstETH"].map((asset) => ({ asset, before: 100n, after: 90n })),
      allowances: ["WETH", "weETH", "wstETH"].map((asset) => ({ asset, spender: ROUTER, after: 0n })),
      configurationUnchanged: true,
      unexpected: [],
    });
  });

  it.each([
    ["an owner more", { owners: [...SAFE_STATE.owners, STRANGER] as const }],
    ["a lower threshold", { threshold: 1n }],
    ["a module", { modules: [STRANGER] as const }],
    ["another guard", { guard: STRANGER } as const],
    ["another fallback handler", { fallbackHandler: STRANGER } as const],
    ["another singleton", { singleton: STRANGER } as const],
  ])("notices %s afterwards", async (_, change) => {
    const after = { ...DONE, ...change };
    expect(await run({ ...GOOD, ...node, after })).toMatchObject({ configurationUnchanged: false });
  });

  it("notices a module guard afterwards", async () => {
    expect(await run({ ...GOOD, ...node, moduleGuardAfter: STRANGER })).toMatchObject({
      configurationUnchanged: false,
    });
  });

  it("pins every question to the block's hash, canonical or not at all", async () => {
    const { source, asked } = simulatedNode({ ...GOOD, ...node });
    await run(GOOD, { source });
    const pinned = { blockHash: snapshot.block.hash, requireCanonical: true };
    expect(asked.map(({ params }) => params[1])).toEqual(asked.map(() => pinned));
  });

  it("notices a nonce that did not move by one", async () => {
    const { unexpected } = await run({ ...GOOD, ...node, after: SAFE_STATE });
    expect(unexpected.map(({ code }) => code)).toEqual(["nonce"]);
  });

  it("notices a node that sees another Safe than the snapshot", async () => {
    const { unexpected } = await run({
      before: { ...SAFE_STATE, threshold: 1n },
      after: { ...DONE, threshold: 1n },
      ...node,
    });
    expect(unexpected.map(({ code }) => code)).toEqual(["safe-differs"]);
  });

  it("does not count an execution that returns false", async () => {
    const execution = { success: true, data: `0x${"0".repeat(64)}` as const };
    expect(await run({ ...node, before: SAFE_STATE, execution })).toMatchObject({ success: false });
  });

  it("says why it failed, and which call inside", async () => {
    const world = {
      ...node,
      before: SAFE_STATE,
      execution: { success: false, data: said("GS013") },
      inside: [true, true, false],
    };
    const { success, revert } = await run(world);
    expect(success).toBe(false);
    expect(revert).toBe(
      `reverted with "GS013": a call inside failed: call 3 of the batch, to ${ROUTER}, reverted without a reason`,
    );
  });

  it("leaves it at the Safe's word when the calls inside cannot be run", async () => {
    const execution = { success: false, data: said("GS013") };
    const refuse = [...(node.refuse ?? []), "eth_getCode"];
    const { revert } = await run({ ...node, before: SAFE_STATE, execution, refuse });
    expect(revert).toBe('reverted with "GS013": a call inside failed');
  });

  it("is refused on a node that ran it on unchanged state", async () => {
    await expect(run({ ...GOOD, ...node, overrides: false })).rejects.toThrow(StateOverrideUnsupportedError);
  });

  it("is refused when a balance could not be read: that is not zero", async () => {
    await expect(run({ ...GOOD, ...node, shortRead: true })).rejects.toThrow(SimulationIncompleteError);
  });
});

describe("simulate", () => {
  it("runs at a fixed time, so that the same block gives the same result", async () => {
    const { source, asked } = simulatedNode(GOOD);
    await run(GOOD, { source });
    expect(asked[0]?.params[0]).toMatchObject({
      blockStateCalls: [{ blockOverrides: { number: "0x65", time: "0x6b49d201" } }],
    });
  });

  it("reports tokens that leave for somebody whom the plan does not name", async () => {
    const transfer = {
      address: WETH,
      topics: [
        "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef",
        pad(ACCOUNT.address, { size: 32 }),
        pad(STRANGER, { size: 32 }),
      ],
      data: "0x",
    } as const;
    const { unexpected } = await run({ ...GOOD, logs: [transfer] });
    expect(unexpected).toEqual([{ code: "transfer-to-stranger", detail: expect.stringContaining(STRANGER) }]);
  });

  it("names the predecessor that fails, for queued work", async () => {
    const transaction = { ...TRANSACTION, nonce: SAFE_STATE.nonce + 1n };
    const world = {
      before: SAFE_STATE,
      predecessor: { success: false, data: said("GS010") },
      execution: { success: false, data: said("GS026") },
    };
    const found = await run(world, {
      transaction,
      predecessors: [buildRejection(ACCOUNT, SAFE_STATE.nonce)],
    });
    expect(found).toMatchObject({ success: false, conditional: true });
    expect(found.revert).toMatch(/^the transaction before it, at nonce 7: reverted with "GS010"/);
  });

  it("is refused, with both reasons, on a node that knows neither method", async () => {
    const refuse = ["eth_simulateV1", "eth_call"];
    const simulation = run({ ...GOOD, refuse });
    await expect(simulation).rejects.toThrow(StateOverrideUnsupportedError);
    await expect(simulation).rejects.toThrow(/no eth_simulateV1.*no eth_call/);
  });

  it("is refused when gas can neither be told nor estimated", async () => {
    await expect(run({ ...GOOD, refuse: ["eth_simulateV1", "eth_estimateGas"] })).rejects.toThrow(
      SimulationIncompleteError,
    );
  });

  it.each([
    ["no list", {}],
    ["an empty list", []],
    ["no calls", [{ calls: [] }]],
  ])("is refused on a reply that is %s", async (_, result) => {
    const { source } = stubSource(() => ({ ok: true, result }));
    await expect(run(GOOD, { source })).rejects.toThrow(SimulationIncompleteError);
  });

  it("needs no plan for a rejection", async () => {
    const found = await run(GOOD, { transaction: buildRejection(ACCOUNT, SAFE_STATE.nonce), plan: null });
    expect(found).toMatchObject({ success: true, allowances: [] });
  });

  it("passes a fault of the source on", async () => {
    const { source } = stubSource(() => refuses(-32000));
    await expect(run(GOOD, { source })).rejects.toThrow();
  });
});
it("takes a snapshot that was stored, with its keys in another order, for the same Safe", async () => {
  const reordered = Object.fromEntries(Object.entries(SAFE_STATE).toReversed()) as typeof SAFE_STATE;
  const { unexpected } = await run(GOOD, { safe: reordered });
  expect(unexpected).toEqual([]);
});

describe("a plan of claims and requests", () => {
  const NOBODY = `0x${"00".repeat(20)}` as const;
  const TRANSFERRED = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
  const word = (value: Hex) => pad(value, { size: 32 });
  const transfer = (address: Address, { from, to, id }: { from: Address; to: Address; id?: bigint }) => ({
    address,
    topics: [TRANSFERRED, word(from), word(to), ...(id === undefined ? [] : [word(`0x${id.toString(16)}`)])],
    data: "0x" as const,
  });
  const SAFE = ACCOUNT.address;
  const change: Partial<SimulationRequest> = { plan: WITHDRAWAL_PLAN, deployment: WITHDRAWAL_DEPLOYMENT };
  const paid = [
    transfer(WEETH, { from: SAFE, to: WITHDRAW_ADAPTER }),
    transfer(WSTETH, { from: SAFE, to: WITHDRAWAL_QUEUE }),
    transfer(WITHDRAW_NFT, { from: NOBODY, to: SAFE, id: 12n }),
    transfer(STETH, { from: STETH_STRATEGY, to: SAFE }),
    transfer(WITHDRAW_NFT, { from: SAFE, to: NOBODY, id: 7n }),
    transfer(WITHDRAWAL_QUEUE, { from: SAFE, to: NOBODY, id: 9n }),
  ] as NonNullable<World["logs"]>;

  it("looks at the allowances of the venues that take tokens, and expects their payments and tickets", async () => {
    const { allowances, unexpected } = await run({ ...GOOD, logs: paid }, change);
    const spenders = [WITHDRAWAL_QUEUE, WITHDRAW_ADAPTER];
    const tokens = ["WETH", "stETH", "weETH", "wstETH"];
    expect(allowances).toEqual(
      tokens.flatMap((asset) => spenders.map((spender) => ({ asset, spender, after: 0n }))),
    );
    expect(unexpected).toEqual([]);
  });

  it("reports the payment to a venue that the plan asks nothing of", async () => {
    const plan = { ...WITHDRAWAL_PLAN, requests: [] };
    const { allowances, unexpected } = await run({ ...GOOD, logs: paid }, { ...change, plan });
    expect(allowances).toEqual([]);
    expect(unexpected.map(({ code }) => code)).toEqual(["transfer-to-stranger", "transfer-to-stranger"]);
  });

  it("reports the burning of a ticket that the plan does not claim", async () => {
    const logs = [transfer(WITHDRAWAL_QUEUE, { from: SAFE, to: NOBODY, id: 8n })] as typeof paid;
    const { unexpected } = await run({ ...GOOD, logs }, change);
    expect(unexpected).toMatchObject([{ code: "transfer-to-stranger" }]);
  });
});
