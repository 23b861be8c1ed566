import type { Address, Decision } from "@ballast/core";
import { listIncidents, openProposals, type TickRow } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Fault, type RpcProxy, type RpcReply, startRpcProxy } from "../faults/rpcProxy.ts";
import { storedDecision } from "./stored.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

const operations = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as Address };

let world: World;
let primary: RpcProxy;
let second: RpcProxy;
let keeper: TestKeeper;

/** A chain on which a rebalance is worth it at every block: what keeps the keeper from proposing is the fault alone. */
beforeAll(async () => {
  world = await openWorld();
  await world.devnet.runScenario("yield-shift");
  for (let block = 0; block < 40; block++) await world.devnet.mineBlock();
  primary = await startRpcProxy(world.devnet.rpcUrls[0]);
  second = await startRpcProxy(world.devnet.rpcUrls[1]);
  keeper = await openTestKeeper(world, { rpcUrls: [primary.url, second.url] });
});
afterAll(async () => {
  await keeper?.close();
  await primary?.close();
  await second?.close();
  await world?.close();
});
beforeEach(() => {
  primary.setFault(null);
  second.setFault(null);
});

const replies =
  (method: string, change: (result: unknown) => unknown): Fault =>
  ({ request, reply }) =>
    request.method === method ? { ...reply, result: change(reply.result) } : reply;

const inHeader = (change: (header: Record<string, string>) => Record<string, string>): Fault => {
  const altered = (result: unknown) => (result === null ? null : change(result as Record<string, string>));
  return (exchange) =>
    replies(
      "eth_getBlockByNumber",
      altered,
    )({ ...exchange, reply: replies("eth_getBlockByHash", altered)(exchange) as RpcReply });
};

const silent: Fault = () => "drop";

async function judge(): Promise<{ readonly tick: TickRow; readonly decision: Decision | null }> {
  await world.devnet.mineBlock();
  const { ticks } = await keeper.judge();
  const tick = ticks.find(({ account }) => account === operations.address);
  if (tick === undefined) throw new Error("the account was not judged");
  const { decisionId } = tick;
  return { tick, decision: decisionId === null ? null : await storedDecision(keeper.keeper.db, decisionId) };
}

async function nothingProposed() {
  expect(await openProposals(keeper.keeper.db, operations)).toEqual([]);
}

/** Zeroes every word of an aggregate's answer that is a balance: the second source then denies it. */
const noBalances: Fault = replies("eth_call", (result) =>
  String(result).replaceAll(/[0-9a-f]{40}(?=0{24})/g, "0".repeat(40)),
);

describe("a fault at the transport", () => {
  const hopeless: readonly { name: string; fault: Fault; says: RegExp }[] = [
    {
      name: "a header that does not hash to its hash",
      fault: inHeader((header) => ({ ...header, timestamp: "0x1" })),
      says: /hash/,
    },
    { name: "a primary that is down", fault: silent, says: /rpc-1/ },
  ];
  test.each(hopeless)("$name: no block is pinned and nothing is judged", async ({ fault, says }) => {
    await world.devnet.mineBlock();
    primary.setFault(fault);
    await expect(keeper.judge()).rejects.toThrow(says);
    await nothingProposed();
  });

  const doubtful: readonly {
    name: string;
    where: () => RpcProxy;
    fault: () => Fault;
    reasons: readonly string[];
    rule: string;
  }[] = [
    {
      name: "a second source with another block at that height",
      where: () => second,
      fault: () => inHeader((header) => ({ ...header, extraData: "0x00" })),
      reasons: ["sources-disagree", "data-missing"],
      rule: "source-silent",
    },
    {
      name: "a second source that is silent",
      where: () => second,
      fault: () => silent,
      reasons: ["sources-disagree", "data-missing"],
      rule: "source-silent",
    },
    {
      name: "a second source that denies the balances",
      where: () => second,
      fault: () => noBalances,
      reasons: ["sources-disagree", "data-missing"],
      rule: "source-silent",
    },
    {
      name: "readings that come back empty",
      where: () => primary,
      fault: () => replies("eth_call", () => "0x"),
      reasons: ["data-missing"],
      rule: "missing-data",
    },
    {
      name: "readings cut short",
      where: () => primary,
      fault: () => replies("eth_call", (result) => String(result).slice(0, 200)),
      reasons: ["data-missing"],
      rule: "missing-data",
    },
  ];
  test.each(doubtful)(
    "$name: refused with the reason, nothing proposed",
    async ({ where, fault, reasons, rule }) => {
      where().setFault(fault());
      const { tick, decision } = await judge();
      expect(tick.outcome).toBe("refused");
      expect(reasons).toContain(tick.reason);
      const worst = (decision?.findings ?? []).filter(
        ({ level }) => level === "unknown" || level === "critical",
      );
      if (decision !== null) expect(worst.map((finding) => finding.rule)).toContain(rule);
      const incidents = await listIncidents(keeper.keeper.db, {
        ...operations,
        account: operations.address,
        openOnly: true,
        limit: 20,
      });
      expect(incidents.map((incident) => incident.rule)).toContain(rule);
      await nothingProposed();
    },
  );

  test("a second source that lags: the block that both have is judged, or nothing is", async () => {
    const old = (await (
      await fetch(world.devnet.rpcUrls[1], {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "eth_getBlockByNumber",
          params: ["latest", false],
        }),
      })
    ).json()) as { result: { number: string } };
    const behind: Fault = ({ request, reply }) => {
      if (request.method !== "eth_getBlockByNumber") return reply;
      const [at] = request.params;
      if (at === "latest") return { ...reply, result: old.result };
      return typeof at === "string" && BigInt(at) > BigInt(old.result.number)
        ? { ...reply, result: null }
        : reply;
    };
    for (let block = 0; block < 8; block++) await world.devnet.mineBlock();
    second.setFault(behind);
    const { tick, decision } = await judge();
    expect(tick.outcome).toBe("refused");
    expect(decision?.findings.some(({ rule, code }) => rule === "source-silent" && code !== "agrees")).toBe(
      true,
    );
    await nothingProposed();
  });

  test("healed: the very next block is judged on whole data, and the proposal comes", async () => {
    const { tick } = await judge();
    expect(tick).toMatchObject({ outcome: "proposed", reason: "better-yield" });
    const open = await listIncidents(keeper.keeper.db, {
      ...operations,
      account: operations.address,
      openOnly: true,
      limit: 20,
    });
    expect(open).toEqual([]);
  });
});
