import { join } from "node:path";
import { adminBuild } from "./adminBuild.ts";
import type { ChildSpec } from "./child.ts";
import type { DevnetReady } from "./devnetReady.ts";
import { keeperCommand } from "./keeperCommand.ts";
import type { Secrets } from "./secrets.ts";
import type { StackPaths } from "./stackPaths.ts";

/** What is known when a service is started. */
export type Running = {
  readonly paths: StackPaths;
  readonly secrets: Secrets;
  readonly ports: {
    readonly postgres: number;
    readonly devnet: number;
    readonly keeper: number;
    readonly admin: number;
  };
  /** The stack began with nothing kept. */
  readonly fresh: boolean;
};

/** Owner 1 of the devnet's Safes: there, the one who writes policies. */
export const DEVNET_POLICY_AUTHOR = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

type Role = "keeper" | "admin" | "devnet";

/** How each part is started: the contract between the supervisor and the parts, all of it in this file. */
export type Services = {
  readonly prepareDatabase: (ownerUrl: string, running: Running) => Promise<void>;
  readonly devnet: (running: Running) => ChildSpec;
  readonly keeper: (running: Running, chain: DevnetReady) => ChildSpec;
  /** What builds the admin; undefined when the build on disk is of these sources. */
  readonly adminBuild: (running: Running) => AdminBuild | undefined;
  readonly admin: (running: Running, chain: DevnetReady) => ChildSpec;
};

/** A build to run, and what to do once it succeeded. */
export type AdminBuild = { readonly spec: ChildSpec; readonly done: () => void };

/** The address where the admin is opened. */
export const adminAddress = ({ ports }: Pick<Running, "ports">): string => `http://127.0.0.1:${ports.admin}`;

/** Answers 200 once the keeper's first tick is done. */
export const keeperHealth = ({ ports }: Pick<Running, "ports">): string =>
  `http://127.0.0.1:${ports.keeper}/healthz`;

/** The URL by which a role reaches the stack's database. */
export function roleUrl(
  role: Role,
  { secrets, ports }: { secrets: Secrets; ports: { postgres: number } },
): string {
  return `postgres://ballast_${role}:${secrets[role]}@127.0.0.1:${ports.postgres}/ballast`;
}

/** What the keeper and its command line read from the environment when they belong to this stack. */
export function keeperEnv(
  { paths, ...running }: Pick<Running, "paths" | "secrets"> & { ports: { postgres: number } },
  chain: Pick<DevnetReady, "rpc" | "proposerKeyFile">,
) {
  return {
    DATABASE_URL: roleUrl("keeper", running),
    RPC_URLS: chain.rpc.join(","),
    BALLAST_DEPLOYMENT: "devnet",
    BALLAST_PROPOSER_KEY_FILE: chain.proposerKeyFile,
    BALLAST_STATE_DIR: paths.keeper,
  };
}

function child(
  name: string,
  {
    paths,
    args,
    env,
    folder = ".",
  }: { paths: StackPaths; args: readonly string[]; env: ChildSpec["env"]; folder?: string },
): ChildSpec {
  return { name, args, env, cwd: join(paths.root, folder), log: join(paths.logs, `${name}.log`) };
}

function devnet(running: Running): ChildSpec {
  const { paths, ports, fresh } = running;
  const args = ["packages/devnet/src/bin.ts", "up", "--port", String(ports.devnet), "--state", paths.devnet];
  const env = { DATABASE_URL: roleUrl("devnet", running) };
  return child("devnet", { paths, env, args: fresh ? [...args, "--fresh"] : args });
}

function keeper(running: Running, chain: DevnetReady): ChildSpec {
  const env = { ...keeperEnv(running, chain), BALLAST_HEALTH_PORT: String(running.ports.keeper) };
  const args = [...keeperCommand("apps/keeper/src/cli.ts"), "keeper"];
  return child("keeper", { paths: running.paths, env, args });
}

function admin(running: Running, chain: DevnetReady): ChildSpec {
  const args = [
    "node_modules/next/dist/bin/next",
    "start",
    "-H",
    "127.0.0.1",
    "-p",
    String(running.ports.admin),
  ];
  const env = {
    NODE_ENV: "production",
    BALLAST_DEVNET_BUILD: "1",
    DATABASE_URL: roleUrl("admin", running),
    BALLAST_SESSION_SECRET: running.secrets.session,
    BALLAST_PUBLIC_URL: adminAddress(running),
    BALLAST_DEVNET_RPC: chain.rpc[0],
    BALLAST_POLICY_AUTHORS: DEVNET_POLICY_AUTHOR,
  };
  return child("admin", { paths: running.paths, args, env, folder: "apps/admin" });
}

async function prepareDatabase(ownerUrl: string, { secrets }: Running): Promise<void> {
  const { migrate } = await import("@ballast/db");
  const { keeper, admin, devnet } = secrets;
  await migrate({ ownerUrl, passwords: { keeper, admin, devnet } });
}

export const services: Services = {
  prepareDatabase,
  devnet,
  keeper,
  admin,
  adminBuild: ({ paths }) =>
    adminBuild({ root: paths.root, log: join(paths.logs, "admin-build.log"), devnet: true }),
};
