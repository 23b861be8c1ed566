import { createSource, loadDeployment, pinBlock, readSweep } from "@ballast/adapters";
import { type AccountRef, address, type SourceId } from "@ballast/core";
import { treasurySafes } from "@ballast/devnet";
import type { BenchWorld } from "./benchWorld.ts";
import type { Measurement } from "./Measurement.ts";

/** HTTP requests of one sweep's steady-state reads, per source. */
export async function snapshotRequests({ devnet, safes }: BenchWorld): Promise<Measurement> {
  const deployment = loadDeployment("devnet");
  const sources = devnet.rpcUrls.map((url, index) =>
    createSource({ id: `rpc-${index + 1}` as SourceId, url, timeoutMs: 10_000 }),
  );
  const all = [...treasurySafes.map((safe) => address(safe.address)), ...safes];
  const accounts: AccountRef[] = all.map((each) => ({ rail: "safe", chainId: 31337n, address: each }));
  await devnet.mineBlock();
  const pinned = await pinBlock({
    chainId: 31337n,
    sources,
    lagRetries: 0,
    maxLag: 0n,
    pause: () => Promise.resolve(),
  });
  const pinning = sources.map((source) => source.counts().requests);
  const sweep = await readSweep({ ...pinned, deployment, sources, accounts });
  const missing = sweep.perAccount.flatMap((parts) => parts.missing);
  if (missing.length > 0) throw new Error(`${missing.length} readings missing: ${missing[0]?.detail}`);
  const positions = sweep.perAccount.reduce((sum, parts) => sum + parts.positions.length, 0);
  const uses = sweep.requests.map(
    ({ source, requests, calls, gas }, index) =>
      `${source}: ${requests} reading (${calls} JSON-RPC calls, aggregates of about ${gas} gas) and ${pinning[index]} pinning`,
  );
  return {
    name: "snapshot_http_requests",
    value: Math.max(...sources.map((source) => source.counts().requests)),
    unit: "requests per source",
    target: "<= 3",
    peer: null,
    detail: `${accounts.length} accounts, ${positions} positions, one block hash, pinning included; ${uses.join("; ")}; curves (quotes) travel in the same aggregates`,
  };
}
