import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { proposerSigner } from "@ballast/adapters";
import type { Address } from "@ballast/core";
import { migrate, roleUrl } from "@ballast/db";
import { type Devnet, startDevnet } from "@ballast/devnet";
import { createLog, type OpenKeeper, openKeeper } from "@ballast/keeper";
import { benchPostgres } from "./benchPostgres.ts";
import { moreSafes } from "./moreSafes.ts";

const PASSWORDS = { keeper: "bench-keeper", admin: "bench-admin", devnet: "bench-devnet" } as const;
const EXTRA_SAFES = 18;
/** After a shift: what the yield window needs to see the difference. */
const BLOCKS_OF_SHIFT = 40;

/** A chain on which a rebalance of the first Safe is worth it at every block, and databases to judge it from. */
export type BenchWorld = {
  readonly devnet: Devnet;
  readonly stateDir: string;
  /** Empty Safes beside the treasury's two. */
  readonly safes: readonly Address[];
  /** A new migrated database: its URL for a role. */
  database(name: string): Promise<(role: keyof typeof PASSWORDS) => string>;
  openKeeper(databaseUrl: string): Promise<OpenKeeper>;
  close(): Promise<void>;
};

/** Everything real, on this machine: anvil, Postgres, the canonical contracts. Blocks are made only when asked. */
export async function openBenchWorld(): Promise<BenchWorld> {
  const server = await benchPostgres();
  const devnet = await startDevnet({ mining: "manual", historyDays: 1, historyEndSecondsAgo: 14_400 });
  const stateDir = await mkdtemp(join(tmpdir(), "ballast-bench-"));
  await migrate({ ownerUrl: await server.create("template_bench"), passwords: PASSWORDS });
  const safes = await moreSafes(devnet, EXTRA_SAFES);
  await devnet.runScenario("yield-shift");
  for (let block = 0; block < BLOCKS_OF_SHIFT; block++) await devnet.mineBlock();
  return {
    devnet,
    stateDir,
    safes,
    database: async (name) => {
      const url = await server.create(name, "template_bench");
      return (role) => roleUrl(url, { role, password: PASSWORDS[role] });
    },
    openKeeper: async (databaseUrl) =>
      openKeeper(
        {
          databaseUrl,
          rpcUrls: [...devnet.rpcUrls],
          deployment: "devnet",
          stateDir: await mkdtemp(join(stateDir, "keeper-")),
          policyFloor: 0n,
          ticketHistoryBlocks: 250_000n,
          leaseSeconds: 60,
          rpcTimeoutMilliseconds: 10_000,
          solverMilliseconds: 1_000,
        },
        { log: createLog("error"), proposer: proposerSigner({ file: devnet.proposerKeyFile }) },
      ),
    close: async () => {
      await devnet.stop();
      await server.close();
      await rm(stateDir, { recursive: true });
    },
  };
}
