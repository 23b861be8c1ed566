import { listRequests } from "@ballast/db";
import { cache } from "react";
import { parseAccountSegment } from "./accountSegment.ts";
import { database } from "./database.ts";

export type Pause = {
  readonly reason: string;
  /** Unix seconds. */
  readonly until: number;
  readonly by: string;
};

const LOOK_BACK = 50;
const MILLISECONDS = 1000;

/** The pause that holds for an account now; null when none does. It ends by itself, or by a later resume. */
export const pauseInForce = cache(async (segment: string): Promise<Pause | null> => {
  const account = parseAccountSegment(segment);
  const rows = await listRequests(database().db, { kinds: ["pause", "resume"], limit: LOOK_BACK });
  const last = rows.find((row) => row.account === account?.address && row.state === "done");
  if (last?.kind !== "pause") return null;
  const until = Number(last.payload.until);
  if (!(until * MILLISECONDS > Date.now())) return null;
  return { reason: String(last.payload.reason ?? ""), until, by: last.requestedBy };
});
