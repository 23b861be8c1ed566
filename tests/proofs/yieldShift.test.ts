import type { Address } from "@ballast/core";
import { listTicks, openProposals, proposalByHash } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { replayTick } from "@ballast/keeper";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executeAs, signAs } from "./signing.ts";
import { storedDecision } from "./stored.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

const operations = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as `0x${string}` };

let world: World;
let keeper: TestKeeper;
beforeAll(async () => {
  world = await openWorld();
  keeper = await openTestKeeper(world);
});
afterAll(async () => {
  await keeper?.close();
  await world?.close();
});

/** Mines blocks twelve seconds apart until the account's tick ends as wanted. */
async function judgeUntil(outcome: string, { blocks }: { readonly blocks: number }) {
  for (let mined = 0; mined < blocks; mined++) {
    await world.devnet.mineBlock();
    const { ticks } = await keeper.judge();
    const tick = ticks.find(({ account }) => account === operations.address);
    if (tick?.outcome === outcome) return tick;
  }
  throw new Error(`no tick ended as ${outcome} within ${blocks} blocks`);
}

describe("a yield shift", () => {
  test("leads to one proposal that two owners sign, that executes, and after which the next tick holds within limits", async () => {
    const calm = await judgeUntil("held", { blocks: 1 });
    expect(calm.reason).toBe("gain-below-cost");

    await world.devnet.runScenario("yield-shift");
    const tick = await judgeUntil("proposed", { blocks: 60 });
    const { outcome } = await storedDecision(keeper.keeper.db, tick.decisionId);
    if (outcome.kind !== "propose") throw new Error(`decided ${outcome.kind}`);
    expect(outcome.plan.figures.netGain).toBeGreaterThanOrEqual(5n * 10n ** 17n);
    expect(outcome.plan.figures.payback).not.toBeNull();

    const admin = world.connect("admin");
    const [posted] = await openProposals(admin.db, operations);
    if (posted === undefined) throw new Error("nothing is queued");
    expect(posted).toMatchObject({ state: "posted", safeTxHash: tick.safeTxHash, nonce: 0n });

    await signAs(admin.db, { row: posted, owner: 0 });
    expect((await judgeUntil("held", { blocks: 1 })).reason).toBe("proposal-open");
    expect(await proposalByHash(admin.db, posted.safeTxHash)).toMatchObject({ state: "partly-signed" });
    await signAs(admin.db, { row: posted, owner: 1 });
    await judgeUntil("held", { blocks: 1 });
    expect(await proposalByHash(admin.db, posted.safeTxHash)).toMatchObject({ state: "ready" });

    await executeAs(admin.db, { row: posted, owner: 1, rpcUrl: world.devnet.rpcUrls[0] });
    await judgeUntil("held", { blocks: 1 });
    const executed = await proposalByHash(admin.db, posted.safeTxHash);
    expect(executed).toMatchObject({ state: "executed" });
    expect(executed?.executedTxHash).toMatch(/^0x[0-9a-f]{64}$/);

    const after = await judgeUntil("held", { blocks: 1 });
    const last = await storedDecision(keeper.keeper.db, after.decisionId);
    expect(last.findings.filter(({ level }) => level === "critical" || level === "unknown")).toEqual([]);
    expect(after.reason).toBe("cooling-down");
  });

  test("replays to the same ids, tick by tick", async () => {
    const { db } = keeper.keeper;
    const ticks = await Promise.all(
      treasurySafes.map(({ address }) => allTicks(address.toLowerCase() as Address)),
    );
    const all = ticks.flat();
    expect(all.length).toBeGreaterThan(10);
    for (const tick of all) {
      const { kind, compared } = await replayTick(db, { tick, resolve: keeper.keeper.solver });
      expect({ tick: tick.id, kind, products: compared.length }).toEqual({
        tick: tick.id,
        kind: "same",
        products: 3,
      });
    }
  });

  async function allTicks(account: Address) {
    return listTicks(keeper.keeper.db, { account: { chainId: 31337n, address: account }, limit: 500 });
  }
});
