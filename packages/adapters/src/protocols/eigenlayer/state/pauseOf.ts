import type { Answer } from "../../../chain/viewQuestion.ts";
import { EIGENLAYER_ID } from "../contracts.ts";
import type { ManagersReading } from "../reading/readManagers.ts";

/** The bitmap of one of the listed contracts. */
export function pauseOf({ pauses }: ManagersReading, name: string): Answer<bigint> {
  const found = pauses.find((pause) => pause.name === name);
  if (found !== undefined) return found.paused;
  const detail = `the deployment does not list ${name}`;
  const missing = { subject: `venue:${EIGENLAYER_ID}`, code: "unexpected", retry: false, detail } as const;
  return { ok: false, missing, reverted: null };
}
