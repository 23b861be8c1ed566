import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJson } from "../../../scripts/stack/readJson.ts";
import { secrets } from "../../../scripts/stack/secrets.ts";
import { roleUrl } from "../../../scripts/stack/services.ts";
import type { StackState } from "../../../scripts/stack/stackState.ts";
import { waitUntil } from "../../../scripts/stack/waitUntil.ts";
import type { Build } from "./build.ts";
import { pathsIn } from "./paths.ts";

/** A whole Ballast that runs for the tests. */
export type Stack = {
  /** Where the admin is opened. */
  readonly address: string;
  readonly rpc: string;
  /** The database as the admin may use it. */
  readonly databaseUrl: string;
  /** Folder with one log for each part; gone after `stop`. */
  readonly logs: string;
  readonly stop: () => Promise<void>;
};

/** The stack did not come up; the message carries what it said. */
export class StackDidNotStart extends Error {
  constructor(build: Build, said: string) {
    super(`The stack with the admin's ${build} build did not start. It said:\n${said.trim().slice(-4000)}`);
    this.name = "StackDidNotStart";
  }
}

const START_MS = 300_000;
/** Postgres runs as another user, which has to reach its folder through this one. */
const ENTERED_BY_OTHERS = 0o711;

/** Starts everything anew in a temp folder, in a process of its own. @throws StackDidNotStart */
export async function startStack(build: Build): Promise<Stack> {
  const state = mkdtempSync(join(tmpdir(), "ballast-e2e-"));
  chmodSync(state, ENTERED_BY_OTHERS);
  const paths = pathsIn(state);
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), build, state], {
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes: Buffer) => {
      said += bytes.toString("utf8");
    });
  const stop = async () => {
    child.stdin.end();
    await exited;
    rmSync(state, { recursive: true, force: true });
  };
  const up = await waitUntil(() => running(child.exitCode, readJson<StackState>(paths.stack)), {
    forMs: START_MS,
    everyMs: 100,
  });
  if (up === undefined || up === "ended") {
    await stop();
    throw new StackDidNotStart(build, said);
  }
  return {
    ...up,
    databaseUrl: roleUrl("admin", { secrets: secrets(paths.secrets), ports: { postgres: up.postgres } }),
    logs: paths.logs,
    stop,
  };
}

function running(exitCode: number | null, state: StackState | undefined) {
  if (exitCode !== null) return "ended";
  if (state?.phase !== "running" || state.address === undefined || state.postgres === undefined)
    return undefined;
  return { address: state.address, rpc: state.rpc?.[0] ?? "", postgres: state.postgres.port };
}
