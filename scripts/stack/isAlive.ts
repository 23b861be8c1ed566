import { processIdentity } from "./processIdentity.ts";
import type { ProcessRecord } from "./stackState.ts";

/** Whether exactly this process still lives: the same number, started at the same moment. */
export function isAlive(record: Pick<ProcessRecord, "pid" | "started">): boolean {
  return processIdentity(record.pid)?.started === record.started;
}
