import { listIncidents, listTickets, openProposals } from "@ballast/db";
import { devnetAccounts } from "@ballast/devnet";
import { replayTick } from "@ballast/keeper";
import { describe, expect, test } from "vitest";
import { openedWalk } from "./openedWalk.ts";
import { restakedBy } from "./restaked.ts";
import { operations, reserve } from "./walk.ts";

const operatorA = devnetAccounts.operatorA.address.toLowerCase();
const position = `eigenlayer:stETH@${operatorA}`;
/** Blocks that a queued withdrawal takes on the devnet. */
const DELAY = 20n;

const opened = openedWalk();

const chain = () => restakedBy(opened.world.devnet.rpcUrls[0], operations.address);

/** Rule and subject of every incident that is open, of any account and of none. */
async function openIncidents(): Promise<readonly string[]> {
  const wanted = { chainId: operations.chainId, openOnly: true, limit: 100 };
  const rows = await listIncidents(opened.keeper.keeper.db, wanted);
  return rows.map(({ account, rule, subject }) => [account, rule, subject].join(" "));
}

describe("an operator is slashed", () => {
  let queuedShares = 0n;
  let startBlock = 0n;

  test("an exit from that operator alone is proposed, and says what was lost", async () => {
    await opened.walk.judge(operations);
    await opened.world.devnet.runScenario("slash", { operator: "A", bps: 2_000 });
    const tick = await opened.walk.until(operations, "proposed", { blocks: 3 });
    expect(tick.reason).toBe("emergency");
    const plan = await opened.walk.planOf(tick);
    expect(plan.actions).toEqual([]);
    expect(plan.claims).toEqual([]);
    expect(plan.requests.map((request) => [request.position, request.order.kind])).toEqual([
      [position, "eigenlayer-undelegate"],
    ]);
    expect(plan.requests[0]?.spend.amount).toBe(await chain().shares());
    const [slashed] = await opened.walk.findingsOf(tick, "operator-slashed");
    expect(slashed).toMatchObject({ level: "critical", measured: { unit: "bps", value: 1_000n } });
    expect(await openProposals(opened.keeper.keeper.db, reserve)).toEqual([]);
    expect(await openIncidents()).toEqual([`${operations.address} operator-slashed position:${position}`]);
  });

  test("signed and executed, the stake waits in the queue and nothing more is proposed", async () => {
    const shares = await chain().shares();
    await opened.walk.carryOut(await opened.walk.openProposal(operations));
    const tick = await opened.walk.judge(operations);
    expect(tick.outcome).toBe("held");
    expect(await chain().shares()).toBe(0n);
    const [queued] = await chain().queued();
    expect(queued?.shares).toBe(shares);
    queuedShares = shares;
    startBlock = BigInt(queued?.withdrawal.startBlock ?? 0);
    const [ticket] = await listTickets(opened.keeper.keeper.db, operations);
    expect(ticket).toMatchObject({ state: "waiting" });
  });

  test("not a block early: the claim is proposed for the first block in which it passes", async () => {
    const first = startBlock + DELAY + 1n;
    while ((await chain().blockNumber()) < first - 2n) {
      const tick = await opened.walk.judge(operations);
      expect([tick.outcome, await chain().blockNumber()]).toEqual(["held", expect.anything()]);
    }
    const tick = await opened.walk.until(operations, "proposed", { blocks: 2 });
    expect(tick.reason).toBe("claim-due");
    const plan = await opened.walk.planOf(tick);
    expect(plan.purpose).toBe("claim");
    expect(plan.claims).toHaveLength(1);
    expect((await opened.walk.judge(operations)).outcome).toBe("held");
  });

  test("executed and reconciled to the wei", async () => {
    const before = await chain().stETH();
    const row = await opened.walk.openProposal(operations);
    await opened.walk.carryOut(row);
    await opened.walk.judge(operations);
    const after = await chain().stETH();
    const paid = await chain().tokens(queuedShares);
    // A transfer of stETH may bring a wei or two less than was sent, and a block's growth lies between.
    expect(after - before).toBeGreaterThan(0n);
    expect(paid - (after - before)).toBeLessThan(10n ** 13n);
    expect(await chain().queued()).toEqual([]);
    await opened.walk.judge(operations);
    const [ticket] = await listTickets(opened.keeper.keeper.db, operations);
    expect(ticket).toMatchObject({ state: "reconciled" });
    expect(await openIncidents()).toEqual([]);
  });

  test("every tick of it replays to the same ids", async () => {
    const { listTicks } = await import("@ballast/db");
    const ticks = await listTicks(opened.keeper.keeper.db, { account: operations, limit: 200 });
    expect(ticks.length).toBeGreaterThan(20);
    for (const tick of ticks) {
      const { kind } = await replayTick(opened.keeper.keeper.db, {
        tick,
        resolve: opened.keeper.keeper.solver,
      });
      expect([tick.id, kind]).toEqual([tick.id, "same"]);
    }
  });
});
