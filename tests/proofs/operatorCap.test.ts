import type { TickRow } from "@ballast/db";
import { devnetAccounts } from "@ballast/devnet";
import { describe, expect, test } from "vitest";
import { moveReserveToOperatorA } from "./moveReserveToOperatorA.ts";
import { openedWalk } from "./openedWalk.ts";
import { restakedBy } from "./restaked.ts";
import { operations, reserve } from "./walk.ts";

const opened = openedWalk();

const stakeOf = (account: typeof operations) => restakedBy(opened.world.devnet.rpcUrls[0], account.address);
describe("an operator's cap over both Safes", () => {
  const onA = async (tick: TickRow) =>
    (await opened.walk.findingsOf(tick, "operator-cap")).filter(
      ({ subject }) => "id" in subject && subject.id === devnetAccounts.operatorA.address.toLowerCase(),
    );

  test("holds while each has an operator of its own", async () => {
    const [found] = await onA(await opened.walk.judge(operations));
    expect(found).toMatchObject({ code: "within-cap", level: "ok" });
  });

  test("is broken by both together, and the larger stake asks for the part that is above", async () => {
    await moveReserveToOperatorA(opened.world.devnet);
    expect(await stakeOf(reserve).operator()).toBe(devnetAccounts.operatorA.address);
    const tick = await opened.walk.until(operations, "proposed", { blocks: 2 });
    const [found] = await onA(tick);
    expect(found).toMatchObject({
      code: "above-cap",
      measured: { unit: "bps", value: 1_000n },
      limit: { unit: "bps", value: 900n },
    });
    const { requests } = await opened.walk.planOf(tick);
    expect(requests.map(({ order }) => order.kind)).toEqual(["eigenlayer-queue"]);
    expect((await opened.walk.judge(reserve)).outcome).toBe("held");
  });

  test("is kept again once the owners of one Safe have signed", async () => {
    await opened.walk.carryOut(await opened.walk.openProposal(operations));
    await opened.walk.judge(operations);
    for (const account of [operations, reserve]) {
      const [found] = await onA(await opened.walk.judge(account));
      expect(found).toMatchObject({ code: "within-cap", level: "ok" });
    }
  });
});
