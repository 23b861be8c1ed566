import {
  type Allocator,
  accountValue,
  formatTime,
  judge,
  type Policy,
  type UnixSeconds,
} from "@ballast/core";
import type { Database, TickRow } from "@ballast/db";
import { withAllocator } from "../optimise/withAllocator.ts";
import { recordedTick } from "../replay/recordedTick.ts";
import { isOurEngine } from "../replay/replayTick.ts";
import { storedTicks } from "../replay/storedTicks.ts";

/** One tick of a recorded run, decided again. */
export type RecordedStep = {
  readonly tick: bigint;
  readonly time: UnixSeconds;
  readonly worth: bigint;
  readonly recorded: string;
  readonly decided: string;
  readonly recordedId: string;
  readonly decisionId: string;
  /** Another version of the engine recorded it, so its id says nothing. */
  readonly isOtherEngine: boolean;
};

/** A recorded live run, decided again: by the policies that were in force, or by another one. */
export type RecordedRun = {
  readonly account: string;
  readonly steps: readonly RecordedStep[];
  /** Ticks that ended before there was a decision. */
  readonly undecided: number;
};

type Wanted = {
  readonly account: Parameters<typeof storedTicks>[1];
  /** null: the policy that was in force at each tick. */
  readonly policy: Policy | null;
};

const nameOf = ({ kind, because }: { readonly kind: string; readonly because: string }) =>
  `${kind} ${because}`;

/** With the recorded policy the recorded allocation is an input like any other; another policy gets an answer of its own. */
async function step(
  db: Database,
  {
    tick,
    policy,
    allocate,
  }: { readonly tick: TickRow; readonly policy: Policy | null; readonly allocate: Allocator },
): Promise<RecordedStep | null> {
  const recorded = await recordedTick(db, tick);
  if (recorded.kind === "undecided") return null;
  const { context, answer, decision } = recorded;
  const judged =
    policy === null ? await judge(context, () => answer) : await judge({ ...context, policy }, allocate);
  return {
    tick: tick.id,
    time: context.snapshot.block.timestamp,
    worth: accountValue(context.snapshot).value,
    recorded: nameOf(decision.outcome),
    decided: nameOf(judged.decision.outcome),
    recordedId: `${tick.decisionId}`,
    decisionId: judged.identify().decisionId,
    isOtherEngine: !isOurEngine(decision),
  };
}

/**
 * Feeds the backtest's step with what a live keeper stored, oldest first. What another policy would have done afterwards is not followed: every tick is judged with the
 * account as it really was.
 * @throws {ProductLostError} {ReadingsLostError} {DocumentCorruptError} when something is no longer stored
 */
export function recordedRun(db: Database, wanted: Wanted): Promise<RecordedRun> {
  return withAllocator((allocate) => runWith(db, { ...wanted, allocate }));
}

async function runWith(
  db: Database,
  { account, policy, allocate }: Wanted & { readonly allocate: Allocator },
): Promise<RecordedRun> {
  const steps: RecordedStep[] = [];
  let undecided = 0;
  for await (const tick of storedTicks(db, account)) {
    const made = await step(db, { tick, policy, allocate });
    if (made === null) undecided += 1;
    else steps.push(made);
  }
  return { account: account.address, steps: steps.reverse(), undecided };
}

/** Ticks of this engine whose decision has another id than the recorded one. */
export function differences({ steps }: RecordedRun): readonly RecordedStep[] {
  return steps.filter(
    ({ recordedId, decisionId, isOtherEngine }) => recordedId !== decisionId && !isOtherEngine,
  );
}

/** A step for people: when, what was decided live, what is decided now. */
export function stepText({ tick, time, recorded, decided }: RecordedStep): string {
  return `  tick ${tick} ${formatTime(time)}: ${recorded} live, ${decided} now`;
}
