import { mkdirSync, rmSync } from "node:fs";
import { stopLeftovers } from "./leftovers.ts";
import { stopPostmaster } from "./postgres.ts";
import { postgresHome } from "./postgresHome.ts";
import { readJson } from "./readJson.ts";
import { relinquish } from "./relinquish.ts";
import type { Services } from "./services.ts";
import { releaseStackLock, takeStackLock } from "./stackLock.ts";
import type { StackPaths } from "./stackPaths.ts";
import type { ProcessRecord, StackState } from "./stackState.ts";
import type { StartOptions } from "./startOptions.ts";
import { StackStopped, Supervisor } from "./supervisor.ts";
import { waitUntil } from "./waitUntil.ts";

export type RunStack = {
  readonly paths: StackPaths;
  readonly options: StartOptions;
  readonly services: Services;
  readonly say: (line: string) => void;
};

const STOPPING_MS = 90_000;
const LEFTOVER_GRACE_MS = 15_000;
const IMPATIENT_AFTER_MS = 2_000;

/** Runs the stack until it is stopped (exit code 0) or something fails (1). Only one at a time in a checkout. */
export async function runStack(plan: RunStack): Promise<number> {
  const { paths, say } = plan;
  mkdirSync(paths.state, { recursive: true, mode: 0o711 });
  const holder = await takeLock(paths, say);
  if (holder) {
    for (const line of alreadyRuns(paths, holder)) say(line);
    return 1;
  }
  try {
    return await supervise(plan, await cleared(plan));
  } finally {
    releaseStackLock(paths.lock);
  }
}

/** A stack that is just stopping is waited for; any other holder is answered at once. */
async function takeLock(paths: StackPaths, say: (line: string) => void): Promise<ProcessRecord | undefined> {
  const holder = takeStackLock(paths.lock);
  if (!holder || readJson<StackState>(paths.stack)?.phase !== "stopping") return holder;
  say("The stack of this checkout is stopping; waiting for it.");
  const free = await waitUntil(() => takeStackLock(paths.lock) === undefined, {
    forMs: STOPPING_MS,
    everyMs: 200,
  });
  return free ? undefined : holder;
}

function alreadyRuns(paths: StackPaths, holder: ProcessRecord): string[] {
  const { phase, address } = readJson<StackState>(paths.stack) ?? {};
  const where = address && phase === "running" ? `at ${address}` : "and is still starting";
  return [
    `Ballast already runs from this checkout ${where} (process ${holder.pid}).`,
    `Stop it with Ctrl-C where it runs, or: kill ${holder.pid}`,
    "A second one beside it needs a checkout of its own.",
  ];
}

/** Ends what a killed stack left behind, and with `--fresh` removes all state. Answers where Postgres lives. */
async function cleared({ paths, options, say }: RunStack): Promise<string> {
  const { dir, elsewhere } = postgresHome(paths);
  if (elsewhere) say(`Postgres' user cannot enter ${paths.state}; its data lies in ${dir}.`);
  const before = readJson<StackState>(paths.stack);
  const stopped = await stopLeftovers(before?.children ?? [], LEFTOVER_GRACE_MS);
  if (stopped.length > 0)
    say(`An earlier stack was killed; stopped what it left running: ${stopped.join(", ")}.`);
  rmSync(paths.stack, { force: true });
  if (!options.fresh) return dir;
  await stopPostmaster(`${dir}/data`);
  for (const path of [dir, paths.devnet, paths.keeper, paths.logs, paths.secrets])
    rmSync(path, { recursive: true, force: true });
  say("Removed everything that earlier runs kept.");
  return dir;
}

async function supervise(plan: RunStack, postgresDir: string): Promise<number> {
  const supervisor = new Supervisor({ ...plan, postgresDir });
  relinquish(() => supervisor.stop(), IMPATIENT_AFTER_MS);
  try {
    return await supervisor.run();
  } catch (error) {
    if (!(error instanceof StackStopped))
      plan.say(`\n${error instanceof Error ? error.message : String(error)}`);
    return error instanceof StackStopped ? 0 : 1;
  } finally {
    await supervisor.down();
  }
}
