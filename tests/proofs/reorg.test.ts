import type { Address } from "@ballast/core";
import {
  insertRequest,
  listProposals,
  listTicks,
  openProposals,
  type ProposalRow,
  proposalByHash,
  requestById,
  type TickRow,
} from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { createTestClient, http, publicActions } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executeAs, signAs } from "./signing.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

const operations = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as Address };

let world: World;
let keeper: TestKeeper;
beforeAll(async () => {
  world = await openWorld();
  await world.devnet.runScenario("yield-shift");
  for (let block = 0; block < 40; block++) await world.devnet.mineBlock();
  keeper = await openTestKeeper(world);
});
afterAll(async () => {
  await keeper?.close();
  await world?.close();
});

async function judge(): Promise<TickRow> {
  await world.devnet.mineBlock();
  const { ticks } = await keeper.judge();
  const tick = ticks.find(({ account }) => account === operations.address);
  if (tick === undefined) throw new Error("the account was not judged");
  return tick;
}

async function posted(): Promise<ProposalRow> {
  const [row] = await openProposals(keeper.keeper.db, operations);
  if (row === undefined) throw new Error("nothing is queued");
  return row;
}

const state = async (row: ProposalRow) => (await proposalByHash(keeper.keeper.db, row.safeTxHash))?.state;

describe("a chain that takes blocks back", () => {
  test("withdraws what was judged on them, and an execution that is gone is ready again", async () => {
    expect(await judge()).toMatchObject({ outcome: "proposed" });
    const row = await posted();
    const { db } = world.connect("admin");
    await signAs(db, { row, owner: 0 });
    await signAs(db, { row, owner: 2 });
    await judge();
    expect(await state(row)).toBe("ready");

    await executeAs(db, { row, owner: 2, rpcUrl: world.devnet.rpcUrls[0] });
    const executed = await judge();
    expect(await state(row)).toBe("executed");

    const chain = createTestClient({ mode: "anvil", transport: http(world.devnet.rpcUrls[0]) }).extend(
      publicActions,
    );
    await chain.request({ method: "anvil_reorg" as never, params: [1, []] as never });
    const after = await judge();
    const ticks = await listTicks(keeper.keeper.db, { account: operations, limit: 10 });
    expect(ticks.find(({ id }) => id === executed.id)).toMatchObject({ canonical: false });
    expect(ticks.find(({ id }) => id === after.id)).toMatchObject({ canonical: true });
    expect(await state(row)).toBe("ready");

    await executeAs(db, { row, owner: 0, rpcUrl: world.devnet.rpcUrls[0] });
    await judge();
    expect(await state(row)).toBe("executed");
  });
});

describe("an owner's rejection", () => {
  test("is a transaction at the proposal's own nonce that, once executed, ends it", async () => {
    // A second proposal, and one that no cooldown holds back.
    await world.devnet.runScenario("slash", { operator: "A", bps: 2_000 });
    expect(await judge()).toMatchObject({ outcome: "proposed" });
    const row = await posted();
    const admin = world.connect("admin").db;
    const ask = {
      kind: "reject-proposal",
      payload: { safeTxHash: row.safeTxHash },
      requestedBy: operations.address,
    };
    const { id } = await insertRequest(admin, ask);
    const again = await insertRequest(admin, ask);
    await judge();
    await keeper.answer();
    expect(await requestById(admin, id)).toMatchObject({ state: "done" });
    expect((await requestById(admin, again.id))?.result).toEqual((await requestById(admin, id))?.result);

    const rejection = (await listProposals(admin, { account: operations, limit: 10 })).find(
      ({ kind }) => kind === "rejection",
    );
    if (rejection === undefined) throw new Error("no rejection was posted");
    expect(rejection).toMatchObject({
      nonce: row.nonce,
      to: operations.address,
      value: 0n,
      data: "0x",
      operation: 0n,
    });
    await signAs(admin, { row: rejection, owner: 0 });
    await signAs(admin, { row: rejection, owner: 1 });
    await executeAs(admin, { row: rejection, owner: 1, rpcUrl: world.devnet.rpcUrls[0] });
    await judge();
    expect([await state(row), await state(rejection)]).toEqual(["rejected", "executed"]);
  });
});
