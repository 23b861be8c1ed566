import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { childEnv } from "../setup/childEnv.ts";
import type { World } from "./world.ts";

const CLI = fileURLToPath(new URL("../../apps/keeper/src/cli.ts", import.meta.url));

/** The keeper as its own process, the way it runs in production. */
export type KeeperProcess = {
  readonly child: ChildProcess;
  /** What it logged so far. */
  log(): string;
  /** Sends a signal; for one that ends it, resolves once it is gone. */
  signal(name: NodeJS.Signals): void;
  ended(): Promise<void>;
};

const running = new Set<ChildProcess>();

/** Ends every keeper that a failed test left behind: call it after each file's tests. */
export async function endKeepers(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    }),
  );
}

/** Starts `ballast keeper` on a world, with a lease of one second so that a successor need not wait long. */
export function spawnKeeper(
  world: World,
  through: { readonly databaseUrl: string; readonly stateDir: string },
): KeeperProcess {
  const child = spawn(process.execPath, [CLI, "keeper"], {
    env: {
      ...childEnv,
      DATABASE_URL: through.databaseUrl,
      RPC_URLS: world.devnet.rpcUrls.join(","),
      BALLAST_DEPLOYMENT: "devnet",
      BALLAST_STATE_DIR: through.stateDir,
      BALLAST_PROPOSER_KEY_FILE: world.devnet.proposerKeyFile,
      BALLAST_LEASE_SECONDS: "1",
      BALLAST_HEAD_POLL_MILLISECONDS: "200",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr.on("data", (bytes: Buffer) => {
    text += bytes.toString("utf8");
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const exited = once(child, "exit");
  return {
    child,
    log: () => text,
    signal: (name) => void child.kill(name),
    ended: async () => void (await exited),
  };
}
