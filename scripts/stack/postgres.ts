import { spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { canReach } from "./canReach.ts";
import { freePort } from "./freePort.ts";
import { initCluster } from "./initCluster.ts";
import { postgresBinaries } from "./postgresBinaries.ts";
import { postmaster } from "./postmaster.ts";
import { type RunAccount, runAccount } from "./runAccount.ts";
import { waitUntil } from "./waitUntil.ts";

/** Postgres did not come up; the message carries the end of its log. */
export class PostgresDidNotStart extends Error {
  readonly dir: string;
  constructor(dir: string, log: string) {
    super(`Postgres in ${dir} did not start. The end of its log:\n${log.trim().slice(-1500)}`);
    this.name = "PostgresDidNotStart";
    this.dir = dir;
  }
}

/** The user that Postgres must run as cannot enter the folder meant for its data. */
export class PostgresDirUnreachable extends Error {
  readonly dir: string;
  constructor(dir: string, account: RunAccount) {
    super(
      `Postgres runs as user id ${account.uid}, which cannot enter ${dir}. Use a folder that every parent of lets others through (chmod o+x).`,
    );
    this.name = "PostgresDirUnreachable";
    this.dir = dir;
  }
}

export type PostgresOptions = {
  /** A folder of our own; the cluster is `dir/data`, the log `dir/postgres.log`. */
  readonly dir: string;
  /** Password of the superuser `postgres`; set when the cluster is made, needed again later. */
  readonly password: string;
  /** Preferred port, 0 (the default) for any free one. A server that still runs keeps its own. */
  readonly port?: number;
  /** Keep nothing across a crash of the machine: for tests only. */
  readonly disposable?: boolean;
};

export type RunningPostgres = {
  readonly port: number;
  readonly pid: number;
  /** True when the server was already running: its supervisor was killed and left it behind. */
  readonly reused: boolean;
  /** A superuser URL for a database, `postgres` unless named. */
  readonly url: (database?: string) => string;
  /** Disconnects everybody and shuts down cleanly. */
  readonly stop: () => Promise<void>;
};

const START_ATTEMPTS_MS = 20_000;
const START_MS = 60_000;
const FAST_STOP_MS = 30_000;
const QUICK_STOP_MS = 5_000;

/**
 * Starts Postgres on 127.0.0.1 only, in a session of its own, so that a signal to the caller's group does not reach it:
 * the caller stops it, last. A server left running on the same folder is used again.
 * @throws PostgresUnavailable, NoPostgresAccount, PostgresDirUnreachable, InitdbFailed, PostgresDidNotStart
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const account = runAccount();
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  if (account) chownSync(options.dir, account.uid, account.gid);
  if (account && !canReach(account, options.dir)) throw new PostgresDirUnreachable(options.dir, account);
  const native = reachableBinaries(options.dir, account);
  const dataDir = initCluster({ native, dir: options.dir, password: options.password, account });
  const left = postmaster(dataDir);
  const server = left
    ? await settled(options.dir, dataDir)
    : await launch({ options, native, dataDir, account });
  return {
    ...server,
    reused: left !== undefined,
    url: (database = "postgres") =>
      `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${server.port}/${database}`,
    stop: () => stopPostmaster(dataDir),
  };
}

/** Under a home directory of mode 700 the binaries are out of reach too: then a copy lies beside the data. */
function reachableBinaries(dir: string, account: RunAccount | undefined): string {
  const native = postgresBinaries();
  if (!account || canReach(account, join(native, "bin", "postgres"))) return native;
  const copy = join(dir, "native");
  if (!existsSync(copy)) {
    rmSync(`${copy}.making`, { recursive: true, force: true });
    cpSync(native, `${copy}.making`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.making`, copy);
  }
  return copy;
}

type Launch = {
  readonly options: PostgresOptions;
  readonly native: string;
  readonly dataDir: string;
  readonly account: RunAccount | undefined;
};

/** After a kill -9 the shared memory of the old server may live for some seconds: starting is tried again until then. */
async function launch(plan: Launch): Promise<{ pid: number; port: number }> {
  const up = await waitUntil(() => attempt(plan), { forMs: START_ATTEMPTS_MS, everyMs: 500 });
  if (!up) throw new PostgresDidNotStart(plan.options.dir, logOf(plan.options.dir));
  return up;
}

async function attempt({
  options,
  native,
  dataDir,
  account,
}: Launch): Promise<{ pid: number; port: number } | undefined> {
  const port = await freePort(options.port ?? 0);
  const log = openSync(join(options.dir, "postgres.log"), "a", 0o600);
  const args = [
    "-D",
    dataDir,
    "-p",
    String(port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
  ];
  const careless = ["fsync", "synchronous_commit", "full_page_writes"].flatMap((name) => [
    "-c",
    `${name}=off`,
  ]);
  const child = spawn(join(native, "bin", "postgres"), options.disposable ? [...args, ...careless] : args, {
    ...account,
    cwd: options.dir,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let over = false;
  child.once("exit", () => (over = true));
  child.once("error", () => (over = true));
  child.unref();
  const ready = await waitUntil(() => over || readyOn(dataDir, child.pid), { forMs: START_MS });
  return typeof ready === "object" ? ready : undefined;
}

function readyOn(dataDir: string, pid: number | undefined) {
  const server = postmaster(dataDir);
  return server?.ready && (pid === undefined || server.pid === pid)
    ? { pid: server.pid, port: server.port }
    : undefined;
}

async function settled(dir: string, dataDir: string): Promise<{ pid: number; port: number }> {
  const server = await waitUntil(() => readyOn(dataDir, undefined), { forMs: START_MS });
  if (!server) throw new PostgresDidNotStart(dir, logOf(dir));
  return server;
}

function logOf(dir: string): string {
  const log = join(dir, "postgres.log");
  return existsSync(log) ? readFileSync(log, "utf8") : "(no log was written)";
}

/** Fast shutdown (SIGINT), then immediate (SIGQUIT): both leave a cluster that starts again. */
export async function stopPostmaster(dataDir: string): Promise<void> {
  for (const [signal, forMs] of [
    ["SIGINT", FAST_STOP_MS],
    ["SIGQUIT", QUICK_STOP_MS],
  ] as const) {
    const server = postmaster(dataDir);
    if (!server) return;
    process.kill(server.pid, signal);
    if (await waitUntil(() => postmaster(dataDir) === undefined, { forMs })) return;
  }
}
