// `npm run -s bench -- [--json] [NAME…]`: measures, and asserts nothing.
import { type BenchWorld, openBenchWorld } from "./benchWorld.ts";
import { headToProposal } from "./headToProposal.ts";
import { keeperRss } from "./keeperRss.ts";
import type { Measurement } from "./Measurement.ts";
import { machine } from "./machine.ts";
import { snapshotRequests } from "./snapshotRequests.ts";

const BENCHES: Readonly<Record<string, (world: BenchWorld) => Promise<Measurement>>> = {
  snapshot_http_requests: snapshotRequests,
  head_to_proposal_p95_ms: headToProposal,
  keeper_rss_mb: keeperRss,
};
const USAGE = `Usage: npm run -s bench -- [--json] [NAME…]\nNames: ${Object.keys(BENCHES).join(", ")}. All of them unless named.\n`;

async function main(args: readonly string[]): Promise<number> {
  const asked = args.filter((arg) => !arg.startsWith("--"));
  const unknown = [
    ...args.filter((arg) => arg.startsWith("--") && arg !== "--json"),
    ...asked.filter((name) => !Object.hasOwn(BENCHES, name)),
  ];
  if (unknown.length > 0) {
    process.stderr.write(`bench: "${unknown[0]}" is not known.\n${USAGE}`);
    return 2;
  }
  const world = await openBenchWorld();
  try {
    for (const [name, bench] of Object.entries(BENCHES)) {
      if (asked.length === 0 || asked.includes(name))
        print(await bench(world), { json: args.includes("--json") });
    }
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
