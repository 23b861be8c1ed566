import type { Decision, Hash32, HistorySlice, OpenWork, Policy, Snapshot } from "@ballast/core";
import { documentsByIds, listTicks, type TickRecord } from "@ballast/db";
import { cache } from "react";
import { parseAccountSegment } from "./accountSegment.ts";
import { database } from "./database.ts";

/** What the keeper last made of an account, each document hashed again when it was read. */
export type Judgement = {
  readonly tick: TickRecord;
  readonly snapshot: Snapshot;
  /** null when the tick ended before it, or has not come so far. */
  readonly decision: Decision | null;
  readonly policy: Policy | null;
  readonly history: HistorySlice | null;
  readonly openWork: OpenWork | null;
};

const LOOK_BACK = 40;

/** The newest ticks of an account, newest first. */
export const recentTicks = cache(async (segment: string): Promise<readonly TickRecord[]> => {
  const account = parseAccountSegment(segment);
  return account === null ? [] : listTicks(database().db, { account, limit: LOOK_BACK });
});

/** The newest judgement that still counts; null before the first. A tick under way is passed over for a decided one. */
export const latestJudgement = cache(async (segment: string): Promise<Judgement | null> => {
  const counting = (await recentTicks(segment)).filter(({ canonical }) => canonical);
  const tick = counting.find(({ snapshotId, finishedAt }) => snapshotId !== null && finishedAt !== null);
  return tick === undefined ? null : judgementOf(tick);
});

/** The documents of one tick; null when its snapshot is no longer stored. */
export async function judgementOf(tick: TickRecord): Promise<Judgement | null> {
  const { snapshotId, decisionId, policyId, historyId, openWorkId } = tick;
  const ids = [snapshotId, decisionId, policyId, historyId, openWorkId].filter((id) => id !== null);
  const stored = await documentsByIds(database().db, ids);
  const read = <Document>(id: Hash32 | null) =>
    (id === null ? null : ((stored.get(id)?.value ?? null) as unknown)) as Document | null;
  const snapshot = read<Snapshot>(snapshotId);
  if (snapshot === null) return null;
  return {
    tick,
    snapshot,
    decision: read<Decision>(decisionId),
    policy: read<Policy>(policyId),
    history: read<HistorySlice>(historyId),
    openWork: read<OpenWork>(openWorkId),
  };
}
