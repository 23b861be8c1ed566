import { laneLeaseName, listTicks } from "@ballast/db";
import { judgeHead } from "@ballast/keeper";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FrontendMessage } from "../faults/frontendReader.ts";
import { startPostgresProxy, type Transaction } from "../faults/postgresProxy.ts";
import { carriedOut, inDatabase, judgedTick, killedAt, leftBehind } from "./crashes.ts";
import { endKeepers } from "./keeperProcess.ts";
import { moveReserveToOperatorA } from "./moveReserveToOperatorA.ts";
import { operations } from "./walk.ts";
import { openTestKeeper, openWorld, type Twin, type World } from "./world.ts";

/** Blocks from the request until the first head at which its claim passes. */
const CLAIM_DUE = 21;
/** Blocks in which a shifted yield is seen to last. */
const YIELD_SEEN = 40;

let world: World;
const mine = async (blocks: number) => {
  for (let mined = 0; mined < blocks; mined++) await world.devnet.mineBlock();
};

const isOfAccount = ({ type, values }: FrontendMessage) =>
  type === "B" && values.includes(operations.address);

/** Whether a transaction stores step `step` of a tick of the account. */
const storesStep =
  (step: number) =>
  ({ messages }: Transaction): boolean =>
    messages.filter(isOfAccount).some(({ text, values }) => {
      const parameter = /^update "ticks" set .*"step" = \$(\d+)/i.exec(text)?.[1];
      return parameter !== undefined && values[Number(parameter) - 1] === String(step);
    });
const storesTickets = ({ messages }: Transaction): boolean =>
  messages.filter(isOfAccount).some(({ text }) => /^insert into "tickets"/i.test(text));

const STEPS = ["read", "snapshot", "evaluate", "decide", "simulate", "propose", "track"].map(
  (name, index) => ({ point: `step ${index + 1} (${name})`, stores: storesStep(index + 1), step: index + 1 }),
);
const TICKETS = { point: "the account's tickets", stores: storesTickets, step: 7 };

/** What is proposed, and how the chain gets to a head at which that is worth it from where the leg before ended. */
const LEGS = [
  {
    leg: "a withdrawal's request",
    expected: { reason: "limit-breached", kind: "rebalance", tickets: [] },
    points: STEPS,
    toHead: () => moveReserveToOperatorA(world.devnet),
  },
  {
    leg: "the claim of its ticket",
    expected: { reason: "claim-due", kind: "claim", tickets: ["claim-proposed"] },
    points: [...STEPS, TICKETS],
    toHead: () => mine(CLAIM_DUE),
  },
  {
    leg: "a rebalance",
    expected: { reason: "better-yield", kind: "rebalance", tickets: ["reconciled"] },
    points: [...STEPS, TICKETS],
    toHead: async () => {
      await world.devnet.runScenario("yield-shift");
      await mine(YIELD_SEEN);
    },
  },
];

beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await endKeepers();
  await world?.close();
});

/** Nothing is mined on a leg's head, so that every run judges the same block, each in a copy of the database. */
describe.each(LEGS)("a keeper that is killed while it proposes $leg", ({ expected, points, toHead }) => {
  let twin: Twin;
  let undisturbed: Awaited<ReturnType<typeof leftBehind>>;
  beforeAll(async () => {
    await toHead();
    twin = await world.twin();
    undisturbed = await leftBehind(twin, await judgedTick(world, twin));
  });
  afterAll(() => carriedOut(world, twin));

  test("the undisturbed run proposes", () => {
    const { tick, tickets, proposals } = undisturbed;
    expect(tick).toMatchObject({ outcome: "proposed", reason: expected.reason });
    expect(proposals).toEqual([{ safeTxHash: tick.safeTxHash, kind: expected.kind, state: "posted" }]);
    expect(tickets.map(({ state }) => state)).toEqual(expected.tickets);
  });

  test.concurrent.each(points)(
    "between the commit of $point and its reply: its successor ends the same tick with the same ids, tickets and one proposal",
    async ({ stores, step }) => {
      const copy = await world.twin();
      const { left, log } = await killedAt(world, { twin: copy, stores });
      expect(left, log).toMatchObject({ step, outcome: null });
      const tick = await judgedTick(world, copy);
      expect(await leftBehind(copy, tick)).toEqual(undisturbed);
    },
    240_000,
  );
});

const opensSweep = ({ type, text }: FrontendMessage) => type === "B" && /^insert into "sweeps"/i.test(text);

test("a lane that runs out while the successor reads the chain: what was left is taken up, nothing is judged beside it", async () => {
  const twin = await world.twin();
  const { left } = await killedAt(world, { twin, stores: storesStep(2) });
  const sql = postgres(twin.ownerUrl, { max: 1, onnotice: () => undefined });
  const lane = laneLeaseName(operations);
  await sql`UPDATE leases SET expires_at = CASE name WHEN ${lane} THEN now() + interval '1 hour' ELSE now() END`;
  const proxy = await startPostgresProxy(twin.host);
  const pause = proxy.pauseAt(opensSweep);
  const successor = await openTestKeeper(world, {
    databaseUrl: twin.keeperUrl(proxy.port),
    stateDir: twin.stateDir,
  });
  const judged = judgeHead(successor.keeper, { held: successor.held });
  await pause.reached;
  await sql`UPDATE leases SET expires_at = now() WHERE name = ${lane}`;
  await sql.end();
  pause.resume();
  await judged;
  await successor.judge();
  await successor.close();
  await proxy.close();
  const ticks = await inDatabase(twin, (db) => listTicks(db, { account: operations, limit: 10 }));
  expect(ticks.map(({ id }) => id)).toEqual([left?.id]);
}, 240_000);
