import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { connect, type Database, latestSweep } from "@ballast/db";
import { seedDatabase, treasurySafes } from "@ballast/devnet";
import { keeperCommand } from "../../scripts/stack/keeperCommand.ts";
import type { BenchWorld } from "./benchWorld.ts";
import { enrol } from "./enrol.ts";
import type { Measurement } from "./Measurement.ts";

const CLI = fileURLToPath(new URL("../../apps/keeper/src/cli.ts", import.meta.url));
/** An hour of blocks, one every 12 s. */
const HEADS = 300;
const PATIENCE_MS = 60_000;

/** Resident memory of a keeper process after an hour's worth of heads. */
export async function keeperRss(world: BenchWorld): Promise<Measurement> {
  const url = await world.database("keeper_rss");
  const seeding = connect({ url: url("devnet"), applicationName: "bench", max: 1 });
  await seedDatabase(seeding.db, world.devnet);
  for (const safe of world.safes.slice(0, 3)) await enrol(seeding.db, safe);
  await seeding.close();
  const { db, close } = connect({ url: url("keeper"), applicationName: "bench", max: 1 });
  const keeper = startKeeper(world, url("keeper"));
  try {
    const first = await afterHead(world, { db, keeper, rest: 1 });
    const last = await afterHead(world, { db, keeper, rest: HEADS - 1 });
    return {
      name: "keeper_rss_mb",
      value: Math.round(last.now),
      unit: "MB",
      target: "< 200",
      peer: null,
      detail:
        `the keeper's own process (VmRSS) after ${HEADS} heads with ${treasurySafes.length + 3} accounts each, one proposal among them; ` +
        `${Math.round(first.now)} MB after the first head, ${Math.round(last.most)} MB at most; heads came as fast as they were judged`,
    };
  } finally {
    keeper.kill("SIGTERM");
    await once(keeper, "exit");
    await close();
  }
}

function startKeeper({ devnet, stateDir }: BenchWorld, databaseUrl: string): ChildProcess {
  return spawn(process.execPath, [...keeperCommand(CLI), "keeper"], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      RPC_URLS: devnet.rpcUrls.join(","),
      BALLAST_DEPLOYMENT: "devnet",
      BALLAST_STATE_DIR: stateDir,
      BALLAST_PROPOSER_KEY_FILE: devnet.proposerKeyFile,
      BALLAST_HEAD_POLL_MILLISECONDS: "50",
      BALLAST_LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

type Watched = { readonly db: Database; readonly keeper: ChildProcess; readonly rest: number };

/** Mines `rest` blocks, each once the keeper has judged the one before; then its memory in MB. */
async function afterHead({ devnet }: BenchWorld, { db, keeper, rest }: Watched) {
  for (let mined = 0; mined < rest; mined++) {
    const before = await judgedBlock(db);
    await devnet.mineBlock();
    const until = performance.now() + PATIENCE_MS;
    while ((await judgedBlock(db)) === before) {
      if (performance.now() > until || keeper.exitCode !== null) throw new Error("the keeper judges no head");
      await setTimeout(10);
    }
  }
  return memoryOf(keeper.pid);
}

async function judgedBlock(db: Database): Promise<bigint | undefined> {
  return (await latestSweep(db, 31337n))?.blockNumber;
}

/** Linux only: /proc tells what a process holds in memory now and held at most. */
async function memoryOf(pid: number | undefined): Promise<{ readonly now: number; readonly most: number }> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const megabytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) * 1_024e-6;
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}
