import {
  buildRejection,
  type ChainSource,
  SimulationIncompleteError,
  SourceErrorObject,
  StateOverrideUnsupportedError,
  simulate,
} from "@ballast/adapters";
import type { Address, BlockRef, Hash32 } from "@ballast/core";
import { encodeFunctionData, erc20Abi, type Hex, numberToHex, pad, parseAbi } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  batchOf,
  type Moment,
  now,
  openTreasury,
  sale,
  send,
  simulationOf,
  type Treasury,
} from "./treasury.ts";

const STRANGER: Address = "0xbad000000000000000000000000000000000bad0";
const GUARD: Address = "0x00000000000000000000000000000000000a11ce";
const GUARD_SLOT = "0x4a204f620c8c5ccdca3fd54d003badd85ba500436a431f0cbda4f558c93c34c8";
const NOT_SUPPORTED = -32601;

let treasury: Treasury;
let at: Moment;
beforeAll(async () => {
  treasury = await openTreasury();
});
afterAll(() => treasury.stop());
beforeEach(async () => {
  at = await now(treasury);
});

/** The same node without some of its methods, or with their parameters bent on the way. */
function bent(
  change: (call: { method: string; params: readonly unknown[] }) => readonly unknown[] | null,
): ChainSource {
  const { source } = treasury;
  return {
    ...source,
    async request(calls) {
      const bends = calls.map((call) => ({ method: call.method, params: change(call) }));
      return Promise.all(
        bends.map(async ({ method, params }) => {
          const fault = new SourceErrorObject(source.id, {
            method,
            code: NOT_SUPPORTED,
            text: "method not found",
          });
          if (params === null) return { ok: false, fault } as const;
          const [reply] = await source.request([{ method, params }]);
          return reply ?? ({ ok: false, fault } as const);
        }),
      );
    },
  };
}
const withoutSimulateV1 = () => bent(({ method, params }) => (method === "eth_simulateV1" ? null : params));

/** Calls wrapped as a batch whatever they are, as no builder of ours would. */
async function batchAround(calls: readonly { to: Address; data: Hex }[]) {
  const plan = sale(treasury, { at, ether: 1n });
  const { transaction } = await batchOf(treasury, { plan, at });
  const pack = ({ to, data }: { to: Address; data: Hex }) =>
    `00${to.slice(2)}${"0".repeat(64)}${numberToHex((data.length - 2) / 2, { size: 32 }).slice(2)}${data.slice(2)}`;
  const args = [`0x${calls.map(pack).join("")}`] as const;
  const data = encodeFunctionData({ abi: parseAbi(["function multiSend(bytes transactions)"]), args });
  return { plan, transaction: { ...transaction, data } };
}

describe("a simulation on a real node", () => {
  it("gives the same by eth_simulateV1 and by eth_call, apart from gas", async () => {
    const plan = sale(treasury, { at, ether: 20n });
    const { transaction } = await batchOf(treasury, { plan, at });
    const request = simulationOf(treasury, { plan, at, transaction });
    const [traced, called] = [
      await simulate(request),
      await simulate({ ...request, source: withoutSimulateV1() }),
    ];
    // The devnet's stETH grows with the time and eth_simulateV1 runs a second after the block, so its balances differ and its changes do not.
    const moved = ({ changes, ...others }: typeof traced) => ({
      ...others,
      changes: changes.map(({ asset, before, after }) => ({ asset, change: after - before })),
    });
    expect(moved(called)).toEqual({ ...moved(traced), method: "eth_call", gasUsed: called.gasUsed });
    expect(called.gasUsed).toBeGreaterThanOrEqual(traced.gasUsed);
  });

  it("gives the same every time", async () => {
    const plan = sale(treasury, { at, ether: 3n });
    const { transaction } = await batchOf(treasury, { plan, at });
    const request = simulationOf(treasury, { plan, at, transaction });
    expect(await simulate(request)).toEqual(await simulate(request));
  });

  it.each([
    ["eth_simulateV1", () => treasury.source],
    ["eth_call", withoutSimulateV1],
  ])("by %s is of the pinned block, whatever has happened since", async (method, sourceOf) => {
    const plan = sale(treasury, { at, ether: 5n });
    const { transaction } = await batchOf(treasury, { plan, at });
    const request = { ...simulationOf(treasury, { plan, at, transaction }), source: sourceOf() };
    const then = await simulate(request);
    const [from] = treasury.owners;
    if (from === undefined) throw new Error("the treasury has no owner");
    const weth = treasury.deployment.assets.find(({ id }) => id === "WETH")?.address ?? STRANGER;
    await send(treasury, { to: weth, data: "0xd0e30db0" });
    await treasury.client.setStorageAt({
      address: treasury.account.address,
      index: 5,
      value: pad("0x63", { size: 32 }),
    });
    await treasury.devnet.mineBlock();
    expect((await now(treasury)).safe.nonce).toBe(99n);
    expect(await simulate(request)).toEqual({ ...then, method });
    await treasury.client.setStorageAt({
      address: treasury.account.address,
      index: 5,
      value: numberToHex(at.safe.nonce, { size: 32 }),
    });
    await treasury.devnet.mineBlock();
  });

  it("of a block that the node does not have is no simulation", async () => {
    const block: BlockRef = { ...at.block, hash: `0x${"12".repeat(32)}` as Hash32 };
    const plan = sale(treasury, { at, ether: 1n });
    const { transaction } = await batchOf(treasury, { plan, at });
    await expect(simulate({ ...simulationOf(treasury, { plan, at, transaction }), block })).rejects.toThrow(
      /no longer part of the chain/,
    );
  });

  it("says which call inside failed, and why", async () => {
    const plan = sale(treasury, { at, ether: 1n, atLeast: 50n * 10n ** 18n });
    const { transaction } = await batchOf(treasury, { plan, at });
    const { success, revert } = await simulate(simulationOf(treasury, { plan, at, transaction }));
    expect(success).toBe(false);
    expect(revert).toMatch(/GS013.*call 3 of the batch.*Too little received/);
  });

  it("sees an allowance that is left, a token that goes elsewhere, and a changed Safe", async () => {
    const wstETH = treasury.deployment.assets.find(({ id }) => id === "wstETH")?.address ?? STRANGER;
    const router = treasury.deployment.deadlineChecker;
    const safe = parseAbi(["function enableModule(address module)"]);
    const { plan, transaction } = await batchAround([
      {
        to: wstETH,
        data: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [router, 7n] }),
      },
      {
        to: wstETH,
        data: encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args: [STRANGER, 5n] }),
      },
      { to: treasury.account.address, data: encodeFunctionData({ abi: safe, args: [STRANGER] }) },
    ]);
    const found = await simulate(simulationOf(treasury, { plan, at, transaction }));
    expect(found).toMatchObject({ success: true, configurationUnchanged: false });
    expect(found.allowances.find(({ asset }) => asset === "wstETH")).toMatchObject({
      spender: router,
      after: 7n,
    });
    expect(found.unexpected).toEqual([
      { code: "transfer-to-stranger", detail: expect.stringContaining(STRANGER) },
    ]);
    const change = found.changes.find(({ asset }) => asset === "wstETH");
    expect(change && change.before - change.after).toBe(5n);
  });

  it("runs queued work after its predecessors, or on an overridden nonce, and calls both conditional", async () => {
    const plan = sale(treasury, { at, ether: 2n });
    const first = await batchOf(treasury, { plan, at });
    const { transaction } = await batchOf(treasury, { plan, at, nonce: at.safe.nonce + 1n });
    const request = simulationOf(treasury, { plan, at, transaction });
    const alone = await simulate(request);
    const behind = await simulate({ ...request, predecessors: [first.transaction] });
    expect(
      [alone, behind].map(({ success, conditional, unexpected }) => ({ success, conditional, unexpected })),
    ).toEqual([
      { success: true, conditional: true, unexpected: [] },
      { success: true, conditional: true, unexpected: [] },
    ]);
    const wstETHBefore = (found: typeof alone) =>
      found.changes.find(({ asset }) => asset === "wstETH")?.before ?? 0n;
    expect(wstETHBefore(alone) - wstETHBefore(behind)).toBe(2n * 10n ** 18n);
  });
});

describe("a simulation with a guard on the Safe", () => {
  const setGuard = async (guard: Address) => {
    await treasury.client.setStorageAt({
      address: treasury.account.address,
      index: GUARD_SLOT,
      value: pad(guard, { size: 32 }),
    });
    await treasury.devnet.mineBlock();
    at = await now(treasury);
  };

  it("runs the guard, so that what it forbids fails", async () => {
    // A contract that does nothing but revert.
    await treasury.client.setCode({ address: GUARD, bytecode: "0x60006000fd" });
    await setGuard(GUARD);
    expect(at.safe.guard).toBe(GUARD);
    const transaction = buildRejection(treasury.account, at.safe.nonce);
    const found = await simulate(simulationOf(treasury, { plan: null, at, transaction }));
    expect(found).toMatchObject({ success: false, revert: "reverted without a reason" });
    await setGuard(`0x${"00".repeat(20)}` as const);
    expect((await simulate(simulationOf(treasury, { plan: null, at, transaction }))).success).toBe(true);
  });
});

describe("a node that cannot override state", () => {
  const request = async (source: ChainSource) => {
    const plan = sale(treasury, { at, ether: 1n });
    const { transaction } = await batchOf(treasury, { plan, at });
    return simulate({ ...simulationOf(treasury, { plan, at, transaction }), source });
  };

  it("because it drops the overrides is found out and refused", async () => {
    const dropping = bent(({ method, params }) => {
      if (method === "eth_simulateV1") return null;
      return method === "eth_call" || method === "eth_estimateGas" ? params.slice(0, 2) : params;
    });
    await expect(request(dropping)).rejects.toThrow(StateOverrideUnsupportedError);
  });

  it("because it refuses the parameter is refused", async () => {
    const refusing = bent(({ method, params }) =>
      method === "eth_simulateV1" || (method === "eth_call" && params.length > 2) ? null : params,
    );
    await expect(request(refusing)).rejects.toThrow(StateOverrideUnsupportedError);
  });

  it("because it cannot estimate gas on overridden state is refused", async () => {
    const partial = bent(({ method, params }) =>
      method === "eth_simulateV1" || method === "eth_estimateGas" ? null : params,
    );
    await expect(request(partial)).rejects.toThrow(SimulationIncompleteError);
  });
});
