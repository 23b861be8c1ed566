import type { TickRow } from "@ballast/db";
import { devnetAccounts } from "@ballast/devnet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moveReserveToOperatorA } from "./moveReserveToOperatorA.ts";
import { restakedBy } from "./restaked.ts";
import { operations, reserve, type Walk, walkOf } from "./walk.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

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

const stakeOf = (account: typeof operations) => restakedBy(world.devnet.rpcUrls[0], account.address);
describe("an operator's cap over both Safes", () => {
  const onA = async (tick: TickRow) =>
    (await walk.findingsOf(tick, "operator-cap")).filter(
      ({ subject }) => "id" in subject && subject.id === devnetAccounts.operatorA.address.toLowerCase(),
    );

  test("holds while each has an operator of its own", async () => {
    const [found] = await onA(await walk.judge(operations));
    expect(found).toMatchObject({ code: "within-cap", level: "ok" });
  });

  test("is broken by both together, and the larger stake asks for the part that is above", async () => {
    await moveReserveToOperatorA(world.devnet);
    expect(await stakeOf(reserve).operator()).toBe(devnetAccounts.operatorA.address);
    const tick = await walk.until(operations, "proposed", { blocks: 2 });
    const [found] = await onA(tick);
    expect(found).toMatchObject({
      code: "above-cap",
      measured: { unit: "bps", value: 1_000n },
      limit: { unit: "bps", value: 900n },
    });
    const { requests } = await walk.planOf(tick);
    expect(requests.map(({ order }) => order.kind)).toEqual(["eigenlayer-queue"]);
    expect((await walk.judge(reserve)).outcome).toBe("held");
  });

  test("is kept again once the owners of one Safe have signed", async () => {
    await walk.carryOut(await walk.openProposal(operations));
    await walk.judge(operations);
    for (const account of [operations, reserve]) {
      const [found] = await onA(await walk.judge(account));
      expect(found).toMatchObject({ code: "within-cap", level: "ok" });
    }
  });
});
