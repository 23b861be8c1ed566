import type { Address, Finding } from "@ballast/core";
import { openProposals, type TickRow } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storedDecision } from "./stored.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

const operations = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as Address };

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

async function judge(): Promise<TickRow> {
  await world.devnet.mineBlock();
  const { ticks } = await keeper.judge();
  const tick = ticks.find(({ account }) => account === operations.address);
  if (tick === undefined) throw new Error("the account was not judged");
  return tick;
}

async function depegFinding(tick: TickRow): Promise<Finding> {
  const { findings } = await storedDecision(keeper.keeper.db, tick.decisionId);
  const found = findings.find(
    ({ rule, subject }) => rule === "market-depeg" && "id" in subject && subject.id === "etherfi:weETH",
  );
  if (found === undefined) throw new Error("market-depeg said nothing of weETH");
  return found;
}

describe("a market depeg while the backing is intact", () => {
  test("freezes entries after the policy's samples, and sells nothing beyond the cost ceiling", async () => {
    expect(await depegFinding(await judge())).toMatchObject({ code: "near-rate", level: "ok" });
    await world.devnet.runScenario("market-depeg");

    const codes: string[] = [];
    let last = await judge();
    for (let block = 0; block < 4; block++) {
      codes.push((await depegFinding(last)).code);
      last = await judge();
    }
    expect(codes.slice(0, 2)).toEqual(["below-rate-once", "below-rate-once"]);
    expect(await depegFinding(last)).toMatchObject({
      code: "below-rate",
      level: "warning",
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    });
    const { findings } = await storedDecision(keeper.keeper.db, last.decisionId);
    expect(findings.filter(({ code }) => code === "backing-loss")).toEqual([]);
    expect(last.outcome).toBe("held");
    expect(await openProposals(keeper.keeper.db, operations)).toEqual([]);
  });

  test("buys no weETH even when its yield rises", async () => {
    await world.devnet.runScenario("yield-shift");
    for (let block = 0; block < 15; block++) {
      const tick = await judge();
      expect(tick.outcome).toBe("held");
    }
    expect(await openProposals(keeper.keeper.db, operations)).toEqual([]);
  });
});
