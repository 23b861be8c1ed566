import { listTickets, openProposals } from "@ballast/db";
import { devnetAccounts } from "@ballast/devnet";
import { replayTick } from "@ballast/keeper";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restakedBy } from "./restaked.ts";
import { operations, reserve, type Walk, walkOf } from "./walk.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

const operatorA = devnetAccounts.operatorA.address.toLowerCase();
const position = `eigenlayer:stETH@${operatorA}`;
/** Blocks that a queued withdrawal takes on the devnet. */
const DELAY = 20n;

let world: World;
let keeper: TestKeeper;
let walk: Walk;
beforeAll(async () => {
  world = await openWorld();
  keeper = await openTestKeeper(world);
  walk = walkOf(world, keeper);
});
afterAll(async () => {
  await keeper?.close();
  await world?.close();
});

const chain = () => restakedBy(world.devnet.rpcUrls[0], operations.address);

describe("an operator is slashed", () => {
  let queuedShares = 0n;
  let startBlock = 0n;

  test("an exit from that operator alone is proposed, and says what was lost", async () => {
    await walk.judge(operations);
    await world.devnet.runScenario("slash", { operator: "A", bps: 2_000 });
    const tick = await walk.until(operations, "proposed", { blocks: 3 });
    expect(tick.reason).toBe("emergency");
    const plan = await walk.planOf(tick);
    expect(plan.actions).toEqual([]);
    expect(plan.claims).toEqual([]);
    expect(plan.requests.map((request) => [request.position, request.order.kind])).toEqual([
      [position, "eigenlayer-undelegate"],
    ]);
    expect(plan.requests[0]?.spend.amount).toBe(await chain().shares());
    const [slashed] = await walk.findingsOf(tick, "operator-slashed");
    expect(slashed).toMatchObject({ level: "critical", measured: { unit: "bps", value: 1_000n } });
    expect(await openProposals(keeper.keeper.db, reserve)).toEqual([]);
  });

  test("signed and executed, the stake waits in the queue and nothing more is proposed", async () => {
    const shares = await chain().shares();
    await walk.carryOut(await walk.openProposal(operations));
    const tick = await walk.judge(operations);
    expect(tick.outcome).toBe("held");
    expect(await chain().shares()).toBe(0n);
    const [queued] = await chain().queued();
    expect(queued?.shares).toBe(shares);
    queuedShares = shares;
    startBlock = BigInt(queued?.withdrawal.startBlock ?? 0);
    const [ticket] = await listTickets(keeper.keeper.db, operations);
    expect(ticket).toMatchObject({ state: "waiting" });
  });

  test("not a block early: the claim is proposed for the first block in which it passes", async () => {
    const first = startBlock + DELAY + 1n;
    while ((await chain().blockNumber()) < first - 2n) {
      const tick = await walk.judge(operations);
      expect([tick.outcome, await chain().blockNumber()]).toEqual(["held", expect.anything()]);
    }
    const tick = await walk.until(operations, "proposed", { blocks: 2 });
    expect(tick.reason).toBe("claim-due");
    const plan = await walk.planOf(tick);
    expect(plan.purpose).toBe("claim");
    expect(plan.claims).toHaveLength(1);
    expect((await walk.judge(operations)).outcome).toBe("held");
  });

  test("executed and reconciled to the wei", async () => {
    const before = await chain().stETH();
    const row = await walk.openProposal(operations);
    await walk.carryOut(row);
    await walk.judge(operations);
    const after = await chain().stETH();
    const paid = await chain().tokens(queuedShares);
    // A transfer of stETH may bring a wei or two less than was sent, and a block's growth lies between.
    expect(after - before).toBeGreaterThan(0n);
    expect(paid - (after - before)).toBeLessThan(10n ** 13n);
    expect(await chain().queued()).toEqual([]);
    await walk.judge(operations);
    const [ticket] = await listTickets(keeper.keeper.db, operations);
    expect(ticket).toMatchObject({ state: "reconciled" });
  });

  test("every tick of it replays to the same ids", async () => {
    const { listTicks } = await import("@ballast/db");
    const ticks = await listTicks(keeper.keeper.db, { account: operations, limit: 200 });
    expect(ticks.length).toBeGreaterThan(20);
    for (const tick of ticks) {
      const { kind } = await replayTick(keeper.keeper.db, { tick, resolve: keeper.keeper.solver });
      expect([tick.id, kind]).toEqual([tick.id, "same"]);
    }
  });
});
