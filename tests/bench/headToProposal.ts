import { loadSafeKit } from "@ballast/adapters";
import { type Address, address } from "@ballast/core";
import { claimChain, connect, proposalByHash } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { type HeldLeases, judgeHead } from "@ballast/keeper";
import type { BenchWorld } from "./benchWorld.ts";
import { enrol } from "./enrol.ts";
import type { Measurement } from "./Measurement.ts";
import { quantile } from "./quantile.ts";

const RUNS = 20;
const ACCOUNTS = 5;
const operations = address(treasurySafes[0].address);

/** From a new head to its proposal, posted: a new database each run, so that each head warrants one. */
export async function headToProposal(world: BenchWorld): Promise<Measurement> {
  await loadSafeKit();
  const times: number[] = [];
  // The first run also compiles the code and is not counted.
  for (let run = 0; run <= RUNS; run++) {
    const time = await oneRun(world, `head_to_proposal_${run}`);
    if (run > 0) times.push(time);
  }
  const [p50, most] = [quantile(times, 50), quantile(times, 100)];
  return {
    name: "head_to_proposal_p95_ms",
    value: Math.round(quantile(times, 95)),
    unit: "ms",
    target: "< 2000",
    peer: null,
    detail:
      `${RUNS} runs, a new database each: ${ACCOUNTS} accounts with 20 positions, of which one proposes; from the moment the block exists ` +
      `(reading its header, pinning on 2 sources, reading, deciding, building, simulating, posting) until the ticks of all ${ACCOUNTS} accounts are stored; ` +
      `median ${Math.round(p50)} ms, most ${Math.round(most)} ms; anvil and Postgres on the same machine`,
  };
}

async function oneRun(world: BenchWorld, name: string): Promise<number> {
  const { devnet, safes } = world;
  const url = await world.database(name);
  const seeding = connect({ url: url("devnet"), applicationName: "bench", max: 1 });
  await claimChain(seeding.db, { chainId: 31337n, ...devnet });
  for (const safe of safes.slice(0, ACCOUNTS - 1)) await enrol(seeding.db, safe);
  const { keeper, close } = await world.openKeeper(url("keeper"));
  const held: HeldLeases = new Map();
  // The keeper is at work already, with its leases and its yield window, when the account that will propose joins.
  await devnet.mineBlock();
  await judgeHead(keeper, { held });
  await enrol(seeding.db, operations);
  await seeding.close();
  await devnet.mineBlock();
  const start = performance.now();
  const judged = await judgeHead(keeper, { held });
  const time = performance.now() - start;
  const ticks = judged.kind === "judged" ? judged.ticks : [];
  const hash = ticks.find(({ account }) => account === (operations as Address))?.safeTxHash ?? null;
  const posted = hash === null ? undefined : await proposalByHash(keeper.db, hash);
  await close();
  if (posted?.state !== "posted" || ticks.length !== ACCOUNTS)
    throw new Error(`run ${name}: ${ticks.map(({ outcome, reason }) => `${outcome}: ${reason}`).join(", ")}`);
  return time;
}
