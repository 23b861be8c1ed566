import type { Allocator, Decision, Policy, Snapshot } from "@ballast/core";
import { type Database, documentById, type TickRecord } from "@ballast/db";
import { decisionText } from "./decisionText.ts";
import { simulatePolicy } from "./simulatePolicy.ts";
import { storedTicks } from "./storedTicks.ts";

/** A decision's outcome and reason, and in words. */
export type Told = { readonly outcome: string; readonly text: string };

/** Ticks in a row that would have been decided differently in the same way; the words are the last one's. */
export type ChangedRun = {
  readonly first: TickRecord;
  readonly last: TickRecord;
  readonly ticks: number;
  readonly before: Told;
  readonly after: Told;
};

export type BlastRadius = {
  /** Ticks that came to a decision and whose block still counts. */
  readonly decided: number;
  readonly different: number;
  readonly lost: number;
  /** Newest first. */
  readonly runs: readonly ChangedRun[];
  /** The newest of the ticks, with what it saw and by which policy; null when there is none. */
  readonly newest: { readonly snapshot: Snapshot; readonly policy: Policy } | null;
};

type Question = {
  readonly policy: Policy;
  readonly allocate: Allocator;
  /** How far back from the newest tick, in seconds. */
  readonly seconds: bigint;
};

type AccountKey = Parameters<typeof storedTicks>[1];

/** What a policy would have changed of an account's stored decisions. Reads only. */
export async function blastRadius(
  db: Database,
  { account, policy, allocate, seconds }: Question & { readonly account: AccountKey },
): Promise<BlastRadius> {
  const runs: ChangedRun[] = [];
  const counts = { decided: 0, different: 0, lost: 0 };
  let newest: TickRecord | null = null;
  let previous: TickRecord | null = null;
  for await (const tick of storedTicks(db, account)) {
    if (tick.decisionId === null || !tick.canonical) continue;
    newest ??= tick;
    if (tick.timestamp + seconds < newest.timestamp) break;
    counts.decided += 1;
    const found = await simulatePolicy(db, { tick, policy, allocate });
    if (found.kind === "lost") counts.lost += 1;
    if (found.kind === "different") {
      counts.different += 1;
      join(runs, { tick, previous, before: told(found.before), after: told(found.after) });
    }
    previous = tick;
  }
  return { ...counts, runs, newest: newest === null ? null : await seenBy(db, newest) };
}

type Found = {
  readonly tick: TickRecord;
  readonly previous: TickRecord | null;
  readonly before: Told;
  readonly after: Told;
};

/** Adds to the run that it goes on, or begins one. Ticks come newest first, so a run grows at its beginning. */
function join(runs: ChangedRun[], { tick, previous, before, after }: Found): void {
  const run = runs.at(-1);
  const isAlike = run?.before.outcome === before.outcome && run.after.outcome === after.outcome;
  const goesOn = isAlike && run.first.id === previous?.id;
  if (run !== undefined && goesOn) runs[runs.length - 1] = { ...run, first: tick, ticks: run.ticks + 1 };
  else runs.push({ first: tick, last: tick, ticks: 1, before, after });
}

function told(decision: Decision): Told {
  const { kind, because } = decision.outcome;
  return { outcome: `${kind} ${because}`, text: decisionText(decision) };
}

async function seenBy(db: Database, tick: TickRecord): Promise<BlastRadius["newest"]> {
  const [snapshot, policy] = await Promise.all(
    [tick.snapshotId, tick.policyId].map(async (id) => (id === null ? undefined : documentById(db, id))),
  );
  if (snapshot === undefined || policy === undefined) return null;
  return { snapshot: snapshot.value as Snapshot, policy: policy.value as Policy };
}
