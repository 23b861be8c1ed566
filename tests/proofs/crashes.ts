import {
  connect,
  type Database,
  latestTick,
  listProposals,
  listTickets,
  type TickRecord,
  type TickRow,
} from "@ballast/db";
import { judgeHead } from "@ballast/keeper";
import { startPostgresProxy, type Transaction } from "../faults/postgresProxy.ts";
import { spawnKeeper } from "./keeperProcess.ts";
import { executeAs, signAs } from "./signing.ts";
import { until } from "./until.ts";
import { operations } from "./walk.ts";
import { openTestKeeper, type Twin, type World } from "./world.ts";

const PRODUCTS = [
  "id",
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

/** Asks a twin's database, as its owner. */
export async function inDatabase<Answer>(
  twin: Twin,
  ask: (db: Database) => Promise<Answer>,
): Promise<Answer> {
  const { db, close } = connect({ url: twin.ownerUrl, applicationName: "proof", max: 1 });
  try {
    return await ask(db);
  } finally {
    await close();
  }
}

/** Everything that a tick left behind, but for the epochs under which it was written and the time of day. */
export async function leftBehind(twin: Twin, tick: TickRow) {
  return inDatabase(twin, async (db) => {
    const tickets = await listTickets(db, operations);
    const proposals = await listProposals(db, { account: operations, limit: 10 });
    return {
      tick: Object.fromEntries(PRODUCTS.map((name) => [name, tick[name]])),
      tickets: tickets.map(({ epoch: _, firstSeenAt: __, ...ticket }) => ticket),
      proposals: proposals.map(({ safeTxHash, kind, state }) => ({ safeTxHash, kind, state })),
    };
  });
}

/**
 * A keeper in a process of its own, killed once Postgres has committed what matches and before it can know that.
 * @returns the tick that it leaves, and its log
 */
export async function killedAt(
  world: World,
  { twin, stores }: { readonly twin: Twin; readonly stores: (transaction: Transaction) => boolean },
): Promise<{ readonly left: TickRecord | undefined; readonly log: string }> {
  const proxy = await startPostgresProxy(twin.host);
  const held = proxy.holdCommit(stores);
  const keeper = spawnKeeper(world, { databaseUrl: twin.keeperUrl(proxy.port), stateDir: twin.stateDir });
  await Promise.race([held, keeper.ended()]);
  keeper.signal("SIGKILL");
  await keeper.ended();
  await proxy.close();
  return { left: await inDatabase(twin, (db) => latestTick(db, operations)), log: keeper.log() };
}

/** A keeper in this process judges the head, as soon as the leases of the one before it have run out. */
export async function judgedTick(world: World, twin: Twin): Promise<TickRow> {
  const { keeper, held, close } = await openTestKeeper(world, {
    databaseUrl: twin.keeperUrl(),
    stateDir: twin.stateDir,
  });
  const look = async () => {
    const judged = await judgeHead(keeper, { held });
    return judged.kind === "judged" && judged.ticks.find(({ account }) => account === operations.address);
  };
  try {
    return await until(look, { what: "the account's lane" });
  } finally {
    await close();
  }
}

/** Two owners sign what was proposed in the twin, one sends it, and a block takes it. */
export async function carriedOut(world: World, twin: Twin): Promise<void> {
  await inDatabase(twin, async (db) => {
    const [row] = await listProposals(db, { account: operations, limit: 1 });
    if (row === undefined) throw new Error("nothing was proposed");
    await signAs(db, { row, owner: 0 });
    await signAs(db, { row, owner: 1 });
    await executeAs(db, { row, owner: 1, rpcUrl: world.devnet.rpcUrls[0] });
  });
  await world.devnet.mineBlock();
}
