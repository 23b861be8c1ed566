import type { ChainSource, Deployment, ProposerSigner } from "@ballast/adapters";
import type { SourceId } from "@ballast/core";
import type { Database } from "@ballast/db";
import type { Logger } from "../log.ts";
import type { MemoryStore } from "../memory/memoryStore.ts";

import type { Solver } from "../optimise/solver.ts";
import type { Metrics } from "./metrics.ts";

/** Everything a keeper works with, handed down from its start. Nothing else is global. */
export type Keeper = {
  /** Name of this process in leases, incidents and the audit log. */
  readonly instance: string;
  readonly db: Database;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly deployment: Deployment;
  /** The first is the primary. */
  readonly sources: readonly [ChainSource, ...ChainSource[]];
  readonly memory: MemoryStore;
  readonly solver: Solver;
  /** Lowest policy version that the operator lets this keeper act on; 0 for none. */
  readonly policyFloor: bigint;
  /** null in a keeper that only reads (dry run, replay). */
  readonly proposer: ProposerSigner | null;
  readonly leaseMs: number;
  /** How many blocks back the log is read for tickets when none was read before. */
  readonly ticketHistoryBlocks: bigint;
};

/** Names sources by their place in RPC_URLS, so that no log or finding holds a URL with a key in it. */
export const sourceName = (index: number): SourceId => `rpc-${index + 1}` as SourceId;
