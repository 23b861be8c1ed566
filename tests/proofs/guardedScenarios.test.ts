import type { Finding } from "@ballast/core";
import { listTickets } from "@ballast/db";
import { devnetAccounts, type ScenarioName } from "@ballast/devnet";
import { describe, expect, test } from "vitest";
import { openedWalk } from "./openedWalk.ts";
import { operations } from "./walk.ts";

const restaked = `eigenlayer:stETH@${devnetAccounts.operatorA.address.toLowerCase()}`;
/** Blocks in which a feed's heartbeat of ten minutes and the policy's minute of grace go by. */
const STALE_AFTER = 170;

const positionsOf = ({ effect }: Finding): readonly string[] => {
  if ("positions" in effect) return effect.positions === "all" ? ["all"] : effect.positions;
  return "position" in effect ? [effect.position] : [];
};
const answerOf = (finding: Finding): string =>
  [finding.rule, finding.code, finding.level, finding.effect.kind, ...positionsOf(finding)].join(" ");
const isTold = ({ level }: Finding) => level !== "ok" && level !== "notice";

describe.each<readonly [ScenarioName, number, readonly string[]]>([
  [
    "backing-loss",
    0,
    [
      `backing-loss backing-loss critical freeze-entries ${restaked}`,
      "backing-loss backing-loss critical freeze-entries lido:stETH",
      "backing-loss backing-loss critical freeze-entries lido:wstETH",
    ],
  ],
  [
    "pause",
    0,
    [
      "venue-paused nothing-remains critical none",
      `venue-paused exits-stopped warning freeze-exits ${restaked}`,
      "venue-paused paused warning none",
    ],
  ],
  ["upgrade", 0, [`contract-changed implementation-changed warning freeze-entries ${restaked}`]],
  [
    "tvl-drain",
    0,
    ["large-outflow flow-out warning none", "tvl-drop tvl-fell warning freeze-entries etherfi:weETH"],
  ],
  ["oracle-stale", STALE_AFTER, ["stale-oracle feed-stale unknown freeze-entries all"]],
  ["operator-reallocates", 0, [`operator-allocations slashable-above warning freeze-entries ${restaked}`]],
  ["force-undelegate", 0, []],
])("%s", (name, later, told) => {
  const opened = openedWalk();

  test("is answered as the policy states, and by nothing else", async () => {
    const calm = await opened.walk.decisionOf(await opened.walk.judge(operations));
    expect(calm.findings.filter(isTold)).toEqual([]);
    await opened.world.devnet.runScenario(name);
    for (let mined = 0; mined < later; mined++) await opened.world.devnet.mineBlock();
    const tick = await opened.walk.judge(operations);
    const { findings } = await opened.walk.decisionOf(tick);
    expect(findings.filter(isTold).map(answerOf)).toEqual(told);
  });
});

describe("an operator that puts the treasury out", () => {
  const opened = openedWalk();

  test("leaves a ticket, seen though nobody asked for it", async () => {
    const { walk, world, keeper } = opened;
    await walk.judge(operations);
    await world.devnet.runScenario("force-undelegate");
    await walk.judge(operations);
    const tickets = await listTickets(keeper.keeper.db, operations);
    expect(tickets.map(({ state }) => state)).toEqual(["waiting"]);
    expect((await walk.until(operations, "proposed", { blocks: 25 })).reason).toBe("claim-due");
  });
});
