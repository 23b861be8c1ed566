import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { proposerSigner } from "@ballast/adapters";
import { type Connection, connect, roleUrl } from "@ballast/db";
import { type Devnet, type DevnetOptions, seedDatabase, startDevnet } from "@ballast/devnet";
import {
  answerRequests,
  createLog,
  type HeadJudged,
  type HeldLeases,
  judgeHead,
  type Keeper,
  openKeeper,
} from "@ballast/keeper";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { TEST_PASSWORDS } from "../setup/testPasswords.ts";

type Role = keyof typeof TEST_PASSWORDS;

/** A real chain, a real database seeded with the devnet's treasury, and a keeper's state directory. */
export type World = {
  readonly devnet: Devnet;
  readonly stateDir: string;
  url(role: Role): string;
  connect(role: Role): Connection;
  /** Another database, seeded the same, untouched by any keeper. */
  twin(): Promise<Twin>;
  /** URL of the superuser: somebody who owns the database. */
  readonly ownerUrl: string;
  close(): Promise<void>;
};

/** A seeded database of its own, on the same chain. */
export type Twin = {
  /** Of the role ballast_keeper; `port` leads through a proxy. */
  keeperUrl(port?: number): string;
  /** The superuser's. */
  readonly ownerUrl: string;
  readonly host: { readonly host: string; readonly port: number };
  readonly stateDir: string;
};

/** Starts a world. Blocks are made only when asked (`devnet.mineBlock`), an hour of past lies ready to be mined into. */
export async function openWorld(options: DevnetOptions = {}): Promise<World> {
  const devnet = await startDevnet({
    mining: "manual",
    historyDays: 1,
    historyEndSecondsAgo: 3_600,
    ...options,
  });
  const seeded = await seededDatabase(devnet);
  const database = await createTestDatabase(seeded.name);
  const stateDir = await mkdtemp(join(tmpdir(), "ballast-proof-"));
  const opened: Connection[] = [];
  const open = (url: string) => {
    const connection = connect({ url, applicationName: "proof", max: 4 });
    opened.push(connection);
    return connection;
  };
  const url = (role: Role) => roleUrl(database.url, { role, password: TEST_PASSWORDS[role] });
  return {
    devnet,
    stateDir,
    url,
    connect: (role) => open(url(role)),
    twin: async () => {
      const twin = await createTestDatabase(seeded.name);
      const { hostname, port } = new URL(twin.url);
      return {
        ownerUrl: twin.url,
        host: { host: hostname, port: Number(port) },
        stateDir: await mkdtemp(join(stateDir, "twin-")),
        keeperUrl: (through) => {
          const direct = new URL(roleUrl(twin.url, { role: "keeper", password: TEST_PASSWORDS.keeper }));
          if (through !== undefined) direct.port = String(through);
          return direct.href;
        },
      };
    },
    ownerUrl: database.url,
    close: async () => {
      await Promise.all(opened.map((connection) => connection.close()));
      await devnet.stop();
      await database.drop();
      await seeded.drop();
      await rm(stateDir, { recursive: true });
    },
  };
}

/** Seeded, with no connection to it: the world's own database and every twin are its copies. */
async function seededDatabase(devnet: Devnet): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const url = roleUrl(database.url, { role: "devnet", password: TEST_PASSWORDS.devnet });
  const { db, close } = connect({ url, applicationName: "proof" });
  await seedDatabase(db, devnet);
  await close();
  return database;
}

/** A keeper in this process. `judge` judges the newest head once. */
export type TestKeeper = {
  readonly keeper: Keeper;
  readonly held: HeldLeases;
  judge(): Promise<Extract<HeadJudged, { kind: "judged" }>>;
  /** Answers what people asked for, as the service does after each head. */
  answer(): Promise<void>;
  close(): Promise<void>;
};

/** Opens a keeper on a world; `rpcUrls` and `databaseUrl` may lead through faults. */
export async function openTestKeeper(
  world: World,
  through: {
    readonly rpcUrls?: readonly string[];
    readonly databaseUrl?: string;
    readonly stateDir?: string;
  } = {},
): Promise<TestKeeper> {
  const { keeper, close } = await openKeeper(
    {
      databaseUrl: through.databaseUrl ?? world.url("keeper"),
      rpcUrls: [...(through.rpcUrls ?? world.devnet.rpcUrls)],
      deployment: "devnet",
      stateDir: through.stateDir ?? world.stateDir,
      policyFloor: 0n,
      ticketHistoryBlocks: 250_000n,
      leaseSeconds: 20,
      rpcTimeoutMilliseconds: 5_000,
      solverMilliseconds: 30_000,
    },
    { log: createLog("error"), proposer: proposerSigner({ file: world.devnet.proposerKeyFile }) },
  );
  const held: HeldLeases = new Map();
  const judge: TestKeeper["judge"] = async () => {
    const judged = await judgeHead(keeper, { held });
    if (judged.kind === "judged") return judged;
    throw new Error("another keeper holds the sweep");
  };
  return {
    keeper,
    held,
    judge,
    answer: async () => answerRequests(keeper, { held, judged: await judge() }),
    close,
  };
}
