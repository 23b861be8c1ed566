import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import {
  type ChainIdentity,
  type ChainSource,
  checkChain,
  createSource,
  loadDeployment,
  type ProposerSigner,
} from "@ballast/adapters";
import { claimChain, connect } from "@ballast/db";
import type { Config } from "../config/loadConfig.ts";
import type { OptionName } from "../config/options.ts";
import type { Logger } from "../log.ts";
import { openMemory } from "../memory/memoryStore.ts";
import { createSolver } from "../optimise/solver.ts";
import { type Keeper, sourceName } from "./keeper.ts";
import { createMetrics } from "./metrics.ts";
import { SourcesDifferError } from "./sourcesDifferError.ts";

/** Settings that every keeper needs. */
export const keeperOptions = [
  "databaseUrl",
  "rpcUrls",
  "deployment",
  "stateDir",
  "policyFloor",
  "leaseSeconds",
  "ticketHistoryBlocks",
  "rpcTimeoutMilliseconds",
  "solverMilliseconds",
] as const satisfies readonly OptionName[];

export type KeeperConfig = Config<(typeof keeperOptions)[number]>;

export type OpenKeeper = { readonly keeper: Keeper; close(): Promise<void> };

/**
 * Proves the world before the first tick: every source serves the deployment's chain, the database and the memory file
 * belong to it. Opens nothing that the returned `close` does not close.
 * @throws {WrongChain} {WrongChainError} {MemoryChainError} {SourcesDifferError} {DeploymentInvalid}
 */
export async function openKeeper(
  config: KeeperConfig,
  { log, proposer }: { readonly log: Logger; readonly proposer: ProposerSigner | null },
): Promise<OpenKeeper> {
  const deployment = await loadDeployment(config.deployment);
  const [first, ...others] = config.rpcUrls.map((url, index) =>
    createSource({ id: sourceName(index), url, timeoutMs: config.rpcTimeoutMilliseconds }),
  );
  if (first === undefined) throw new Error("RPC_URLS was parsed to an empty list");
  const sources: readonly [ChainSource, ...ChainSource[]] = [first, ...others];
  const chain = agreeing(await Promise.all(sources.map((source) => checkChain(source, deployment))));
  const connection = connect({ url: config.databaseUrl, applicationName: "ballast-keeper" });
  try {
    await claimChain(connection.db, { ...chain, block1Hash: chain.firstBlockHash ?? chain.genesisHash });
    const memory = await openMemory(join(config.stateDir, "memory.json"), chain);
    const keeper: Keeper = {
      instance: `keeper:${hostname().replaceAll(/[^A-Za-z0-9.-]/g, "-")}:${randomBytes(4).toString("hex")}`,
      db: connection.db,
      log,
      metrics: createMetrics(),
      deployment,
      sources,
      memory,
      solver: createSolver({ log, milliseconds: config.solverMilliseconds }),
      policyFloor: config.policyFloor,
      proposer,
      leaseMs: config.leaseSeconds * 1_000,
      ticketHistoryBlocks: config.ticketHistoryBlocks,
    };
    const close = async () => {
      await keeper.solver.close();
      await connection.close();
    };
    return { keeper, close };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** All sources must serve the very same chain, also where two chains share a genesis. */
function agreeing(identities: readonly ChainIdentity[]): ChainIdentity {
  const [first] = identities;
  if (first === undefined) throw new Error("no source was checked");
  const other = identities.findIndex((identity) => identity.firstBlockHash !== first.firstBlockHash);
  const differs = identities[other];
  if (differs !== undefined)
    throw new SourcesDifferError({ source: sourceName(other), expected: first, found: differs });
  return first;
}
