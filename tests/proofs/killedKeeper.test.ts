import type { Address } from "@ballast/core";
import { connect, latestTick, listProposals, listTicks, type TickRecord } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgresProxy, type Transaction } from "../faults/postgresProxy.ts";
import { endKeepers, spawnKeeper } from "./keeperProcess.ts";
import { until } from "./until.ts";
import { openWorld, type Twin, type World } from "./world.ts";

const operations = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as Address };
const PRODUCTS = [
  "blockHash",
  "snapshotId",
  "historyId",
  "policyId",
  "openWorkId",
  "allocationId",
  "decisionId",
  "planId",
  "simulationId",
  "bundleId",
  "safeTxHash",
  "outcome",
  "reason",
] as const;

let world: World;
let undisturbed: Pick<TickRecord, (typeof PRODUCTS)[number]>;

/** Mining is paused on a head at which a rebalance is worth it, so that every run judges the same block. */
beforeAll(async () => {
  world = await openWorld();
  await world.devnet.runScenario("yield-shift");
  for (let block = 0; block < 40; block++) await world.devnet.mineBlock();
  const twin = await world.twin();
  const keeper = spawnKeeper(world, { databaseUrl: twin.keeperUrl(), stateDir: twin.stateDir });
  undisturbed = productsOf(await endedTick(twin, keeper.log));
  keeper.signal("SIGKILL");
  await keeper.ended();
}, 240_000);
afterAll(async () => {
  await endKeepers();
  await world?.close();
});

const productsOf = (tick: TickRecord) =>
  Object.fromEntries(PRODUCTS.map((name) => [name, tick[name]])) as Pick<
    TickRecord,
    (typeof PRODUCTS)[number]
  >;

async function inDatabase<Answer>(
  twin: Twin,
  ask: (db: ReturnType<typeof connect>["db"]) => Promise<Answer>,
): Promise<Answer> {
  const { db, close } = connect({ url: twin.keeperUrl(), applicationName: "proof", max: 1 });
  try {
    return await ask(db);
  } finally {
    await close();
  }
}

/** The account's first tick, once it has its outcome. */
function endedTick(twin: Twin, facts: () => string): Promise<TickRecord> {
  const look = () =>
    inDatabase(twin, async (db) => {
      const first = (await listTicks(db, { account: operations, limit: 100 })).at(-1);
      return first?.outcome == null ? undefined : first;
    });
  return until(look, { what: "the tick's outcome", facts });
}

/** Whether a transaction stores step `step` of a tick of the account. */
const storesStep =
  (step: number) =>
  ({ messages }: Transaction): boolean =>
    messages.some(({ type, text, values }) => {
      if (type !== "B" || !/^update "ticks" set/i.test(text)) return false;
      const parameter = /"step" = \$(\d+)/.exec(text)?.[1];
      const isStep = parameter !== undefined && values[Number(parameter) - 1] === String(step);
      return isStep && values.includes(operations.address);
    });

describe("a keeper that is killed", () => {
  test("the undisturbed run proposes", () => {
    expect(undisturbed).toMatchObject({ outcome: "proposed", reason: "better-yield" });
  });

  const steps = ["read", "snapshot", "evaluate", "decide", "simulate", "propose", "track"].map(
    (name, index) => ({ name, step: index + 1 }),
  );
  test.each(steps)(
    "between the commit of step $step ($name) and its reply: its successor ends the same tick with the same ids",
    async ({ step }) => {
      const twin = await world.twin();
      const proxy = await startPostgresProxy(twin.host);
      const held = proxy.holdCommit(storesStep(step));
      const first = spawnKeeper(world, { databaseUrl: twin.keeperUrl(proxy.port), stateDir: twin.stateDir });
      await Promise.race([held, first.ended()]);
      first.signal("SIGKILL");
      await first.ended();
      const left = await inDatabase(twin, (db) => latestTick(db, operations));
      expect(left, first.log()).toMatchObject({ step, outcome: null });

      const second = spawnKeeper(world, { databaseUrl: twin.keeperUrl(), stateDir: twin.stateDir });
      const tick = await endedTick(twin, second.log);
      second.signal("SIGKILL");
      await second.ended();
      await proxy.close();
      expect(tick.id).toBe(left?.id);
      expect(productsOf(tick)).toEqual(undisturbed);
      const posted = await inDatabase(twin, (db) => listProposals(db, { account: operations, limit: 10 }));
      expect(posted.map(({ safeTxHash }) => safeTxHash)).toEqual([undisturbed.safeTxHash]);
    },
    240_000,
  );
});
