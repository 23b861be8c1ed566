// `npm run -s bench -- [--json] [NAME…]`: measures, and asserts nothing.
import { type BenchWorld, openBenchWorld } from "./benchWorld.ts";
import { decideFifty } from "./decideFifty.ts";
import { headToProposal } from "./headToProposal.ts";
import { keeperRss } from "./keeperRss.ts";
import type { Measurement } from "./Measurement.ts";
import { machine } from "./machine.ts";
import { snapshotRequests } from "./snapshotRequests.ts";

/** Benches of the whole keeper on a local chain; those that need none of it are apart. */
const IN_MEMORY: Readonly<Record<string, () => Promise<Measurement>>> = {
  decide_50_positions_p95_ms: decideFifty,
};
const BENCHES: Readonly<Record<string, (world: BenchWorld) => Promise<Measurement>>> = {
  snapshot_http_requests: snapshotRequests,
  head_to_proposal_p95_ms: headToProposal,
  keeper_rss_mb: keeperRss,
};
const USAGE = `Usage: npm run -s bench -- [--json] [NAME…]\nNames: ${[...Object.keys(IN_MEMORY), ...Object.keys(BENCHES)].join(", ")}. All of them unless named.\n`;

async function main(args: readonly string[]): Promise<number> {
  const asked = args.filter((arg) => !arg.startsWith("--"));
  const unknown = [
    ...args.filter((arg) => arg.startsWith("--") && arg !== "--json"),
    ...asked.filter((name) => !Object.hasOwn(BENCHES, name) && !Object.hasOwn(IN_MEMORY, name)),
  ];
  if (unknown.length > 0) {
    process.stderr.write(`bench: "${unknown[0]}" is not known.\n${USAGE}`);
    return 2;
  }
  const json = args.includes("--json");
  const isAsked = ([name]: readonly [string, unknown]) => asked.length === 0 || asked.includes(name);
  for (const [, bench] of Object.entries(IN_MEMORY).filter(isAsked)) print(await bench(), { json });
  const onChain = Object.entries(BENCHES).filter(isAsked);
  if (onChain.length === 0) return 0;
  const world = await openBenchWorld();
  try {
    for (const [, bench] of onChain) print(await bench(world), { json });
  } finally {
    await world.close();
  }
  return 0;
}

function print(measured: Measurement, { json }: { readonly json: boolean }): void {
  const { name, value, unit, target, peer, detail } = measured;
  const line = json
    ? JSON.stringify({ name, value, unit, target, peer, machine: machine(), detail })
    : `${name.padEnd(26)} ${String(value).padStart(6)} ${unit.padEnd(20)} target ${target}\n  ${detail}`;
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2));
