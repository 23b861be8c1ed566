import type { Address } from "@ballast/core";
import { listIncidents, listProposals, type TickRow } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Fault, type RpcProxy, startRpcProxy } from "../faults/rpcProxy.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

const operations = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as Address };
/** Selector of the Safe's getTransactionHash. */
const GET_TRANSACTION_HASH = "d8d11f78";

let world: World;
let primary: RpcProxy;
let second: RpcProxy;
let keeper: TestKeeper;

/** A chain on which every head warrants a proposal: only the fault keeps it back. */
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
afterEach(() => {
  primary.setFault(null);
  second.setFault(null);
});

async function judge(): Promise<TickRow> {
  await world.devnet.mineBlock();
  const { ticks } = await keeper.judge();
  const tick = ticks.find(({ account }) => account === operations.address);
  if (tick === undefined) throw new Error("the account was not judged");
  return tick;
}

async function openRules(): Promise<readonly string[]> {
  const wanted = { chainId: 31337n, account: operations.address, openOnly: true, limit: 20 };
  return (await listIncidents(keeper.keeper.db, wanted)).map(({ rule }) => rule);
}

const otherCode: Fault = ({ request, reply }) =>
  request.method === "eth_getCode" ? { ...reply, result: "0x6000" } : reply;

const otherHash: Fault = ({ request, reply }) =>
  request.method === "eth_call" && JSON.stringify(request.params).includes(GET_TRANSACTION_HASH)
    ? { ...reply, result: `${String(reply.result).slice(0, -64)}${"ab".repeat(32)}` }
    : reply;

/** Says of every simulated call that it failed. */
const failedRun: Fault = ({ request, reply }) =>
  request.method === "eth_simulateV1"
    ? {
        ...reply,
        result: JSON.parse(JSON.stringify(reply.result).replaceAll('"status":"0x1"', '"status":"0x0"')),
      }
    : reply;

/** The block leaves the chain once the batch was simulated on it. */
function goneAfterSimulation(): Fault {
  let simulated = false;
  return ({ request, reply }) => {
    simulated ||= request.method === "eth_simulateV1";
    return simulated && request.method === "eth_getBlockByHash" ? { ...reply, result: null } : reply;
  };
}

describe("a decision to propose that meets a fault on its way to the queue", () => {
  const cases: readonly {
    name: string;
    at: () => RpcProxy;
    fault: Fault;
    ends: Pick<TickRow, "outcome" | "reason">;
    incident: string | null;
  }[] = [
    {
      name: "MultiSendCallOnly has other code than the deployment pins",
      at: () => primary,
      fault: otherCode,
      ends: { outcome: "refused", reason: "firewall" },
      incident: "firewall",
    },
    {
      name: "the Safe itself computes another hash",
      at: () => second,
      fault: otherHash,
      ends: { outcome: "refused", reason: "hash-mismatch" },
      incident: "hash-mismatch",
    },
    {
      name: "the simulated execution fails",
      at: () => primary,
      fault: failedRun,
      ends: { outcome: "refused", reason: "simulation" },
      incident: "simulation",
    },
    {
      name: "the decision's block leaves the chain before the post",
      at: () => primary,
      fault: goneAfterSimulation(),
      ends: { outcome: "failed", reason: "block-gone" },
      incident: null,
    },
  ];
  test.each(cases)("$name: nothing is posted, and people are told", async ({ at, fault, ends, incident }) => {
    at().setFault(fault);
    expect(await judge()).toMatchObject(ends);
    if (incident !== null) expect(await openRules()).toContain(incident);
    expect(await listProposals(keeper.keeper.db, { account: operations, limit: 10 })).toEqual([]);
  });

  test("healed: the next block's decision is posted, and the incidents are over", async () => {
    expect(await judge()).toMatchObject({ outcome: "proposed" });
    expect(await openRules()).toEqual([]);
  });
});
