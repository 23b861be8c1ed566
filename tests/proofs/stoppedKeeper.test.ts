import type { Address } from "@ballast/core";
import { treasurySafes } from "@ballast/devnet";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FrontendMessage } from "../faults/frontendReader.ts";
import { startPostgresProxy } from "../faults/postgresProxy.ts";
import { endKeepers, spawnKeeper } from "./keeperProcess.ts";
import { until } from "./until.ts";
import { openWorld, type World } from "./world.ts";

const operations = treasurySafes[0].address.toLowerCase() as Address;

let world: World;
let sql: postgres.Sql;
beforeAll(async () => {
  world = await openWorld();
  await world.devnet.runScenario("yield-shift");
  for (let block = 0; block < 40; block++) await world.devnet.mineBlock();
});
afterAll(async () => {
  await endKeepers();
  await sql?.end();
  await world?.close();
});

/** The keeper's first statement that stores what it decided: its checks are behind it, its commit before it. */
const storesDecision = ({ type, text, values }: FrontendMessage): boolean =>
  type === "B" &&
  /^update "ticks" set/i.test(text) &&
  /"decision_id"/.test(text) &&
  values.includes(operations);

describe("a keeper that is stopped between its check and its commit, and wakes after another took over", () => {
  test("commits no lane or sweep state and posts nothing", async () => {
    const twin = await world.twin();
    sql = postgres(twin.ownerUrl, { max: 1, onnotice: () => undefined });
    const proxy = await startPostgresProxy(twin.host);
    const pause = proxy.pauseAt(storesDecision);
    const sleeper = spawnKeeper(world, { databaseUrl: twin.keeperUrl(proxy.port), stateDir: twin.stateDir });
    await Promise.race([pause.reached, sleeper.ended()]);
    sleeper.signal("SIGSTOP");

    const successor = spawnKeeper(world, {
      databaseUrl: twin.keeperUrl(),
      stateDir: `${twin.stateDir}-successor`,
    });
    const [proposal] = await until(
      async () => {
        const rows = await sql`SELECT safe_tx_hash, epoch::text FROM proposals WHERE state = 'posted'`;
        return rows.length > 0 && rows;
      },
      { what: "the successor's proposal", facts: successor.log },
    );
    await until(isQuiet, { what: "the successor to have judged the head", facts: successor.log });
    const before = await guardedRows();
    const epochs = await sql`SELECT name, epoch::text FROM leases ORDER BY name`;

    sleeper.signal("SIGCONT");
    pause.resume();
    await until(async () => sleeper.log().includes("StaleEpochError"), {
      what: "the sleeper to be refused",
      facts: sleeper.log,
    });

    expect(await sql`SELECT name, epoch::text FROM leases ORDER BY name`).toEqual(epochs);
    expect(await guardedRows()).toEqual(before);
    expect(before.proposals).toHaveLength(1);
    expect(before.proposals[0]).toMatchObject({ safe_tx_hash: proposal?.safe_tx_hash });
    for (const keeper of [sleeper, successor]) {
      keeper.signal("SIGKILL");
      await keeper.ended();
    }
    await proxy.close();
  }, 240_000);
});

/** Both accounts judged and every sweep ended: nothing more is written until the next block. */
async function isQuiet(): Promise<boolean> {
  const [ticks] = await sql`SELECT count(*)::int AS all, count(outcome)::int AS ended FROM ticks`;
  const [sweeps] = await sql`SELECT count(*)::int AS all, count(finished_at)::int AS ended FROM sweeps`;
  const [status] = await sql`SELECT count(*)::int AS reports FROM keeper_status`;
  return ticks?.all === 2 && ticks?.ended === 2 && sweeps?.all === sweeps?.ended && status?.reports === 1;
}

/** Everything that only the holder of a lease may write, as it stands. Mining is paused, so a live keeper adds nothing. */
async function guardedRows() {
  return {
    ticks: [
      ...(await sql`SELECT id::text, step, outcome, decision_id, safe_tx_hash, epoch::text FROM ticks ORDER BY id`),
    ],
    sweeps: [...(await sql`SELECT id::text, block_hash, readings_id, epoch::text FROM sweeps ORDER BY id`)],
    proposals: [
      ...(await sql`SELECT safe_tx_hash, state, nonce::text, epoch::text FROM proposals ORDER BY safe_tx_hash`),
    ],
    reservations: [
      ...(await sql`SELECT tick_id::text, nonce::text, epoch::text FROM nonce_reservations ORDER BY tick_id`),
    ],
  };
}
