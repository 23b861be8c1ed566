// `npm run -s bench -- [--json] [NAME…]`: measures, and asserts nothing.
import { backtestSteps } from "./backtestSteps.ts";
import { type BenchWorld, openBenchWorld } from "./benchWorld.ts";
import { decideFifty } from "./decideFifty.ts";
import { headToProposal } from "./headToProposal.ts";
import { keeperRss } from "./keeperRss.ts";
import type { Measurement } from "./Measurement.ts";
import { machine } from "./machine.ts";
import { snapshotRequests } from "./snapshotRequests.ts";

/** Benches of the whole keeper on a local chain. */
const BENCHES: Readonly<Record<string, (world: BenchWorld) => Promise<Measurement>>> = {
  snapshot_http_requests: snapshotRequests,
  head_to_proposal_p95_ms: headToProposal,
  keeper_rss_mb: keeperRss,
};
/** Those that need no chain and no database. */
const PURE: Readonly<Record<string, () => Promise<Measurement>>> = {
  backtest_steps_per_second: backtestSteps,
  decide_50_positions_p95_ms: decideFifty,
};
const NAMES = [...Object.keys(PURE), ...Object.keys(BENCHES)];
const USAGE = `Usage: npm run -s bench -- [--json] [NAME…]\nNames: ${NAMES.join(", ")}. All of them unless named.\n`;

async function main(args: readonly string[]): Promise<number> {
  const asked = args.filter((arg) => !arg.startsWith("--"));
  const unknown = [
    ...args.filter((arg) => arg.startsWith("--") && arg !== "--json"),
    ...asked.filter((name) => !NAMES.includes(name)),
  ];
  if (unknown.length > 0) {
    process.stderr.write(`bench: "${unknown[0]}" is not known.\n${USAGE}`);
    return 2;
  }
  const json = args.includes("--json");
  const isAsked = ([name]: readonly [string, unknown]) => asked.length === 0 || asked.includes(name);
  for (const [, bench] of Object.entries(PURE).filter(isAsked)) print(await bench(), { json });
  await measureWorld(Object.entries(BENCHES).filter(isAsked), json);
  return 0;
}

/** A chain and databases are started only for measurements that need them. */
async function measureWorld(
  benches: readonly (readonly [string, (world: BenchWorld) => Promise<Measurement>])[],
  json: boolean,
): Promise<void> {
  if (benches.length === 0) return;
  const world = await openBenchWorld();
  try {
    for (const [, bench] of benches) print(await bench(world), { json });
  } finally {
    await world.close();
  }
}

function print(measured: Measurement, { json }: { readonly json: boolean }): void {
  const { name, value, unit, target, peer, detail } = measured;
  const line = json
    ? JSON.stringify({ name, value, unit, target, peer, machine: machine(), detail })
    : `${name.padEnd(26)} ${String(value).padStart(6)} ${unit.padEnd(20)} target ${target}\n  ${detail}`;
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2));
