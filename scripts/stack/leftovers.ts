import { killGroup } from "./child.ts";
import { isAlive } from "./isAlive.ts";
import type { ProcessRecord } from "./stackState.ts";
import { waitUntil } from "./waitUntil.ts";

/**
 * Ends what a killed supervisor left running, last started first, each with `graceMs` to finish. Only processes that are
 * provably those of the record are touched. Answers their names.
 */
export async function stopLeftovers(children: readonly ProcessRecord[], graceMs: number): Promise<string[]> {
  const stopped: string[] = [];
  for (const child of children.toReversed()) {
    if (!isAlive(child)) continue;
    process.kill(child.pid, "SIGTERM");
    await waitUntil(() => !isAlive(child), { forMs: graceMs });
    killGroup(child.pid, "SIGKILL");
    await waitUntil(() => !isAlive(child), { forMs: 5_000 });
    stopped.push(child.name);
  }
  return stopped;
}
