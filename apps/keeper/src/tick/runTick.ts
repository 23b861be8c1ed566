import type { SnapshotParts } from "@ballast/adapters";
import type { Finding, Snapshot } from "@ballast/core";
import { finishTick, releaseNonce, StaleEpochError, saveTickStep, type TickRow } from "@ballast/db";
import { followFindings } from "../incidents/followFindings.ts";
import { decideTick } from "../steps/decideTick.ts";
import { evaluateSnapshot } from "../steps/evaluateSnapshot.ts";
import { proposeBatch } from "../steps/proposeBatch.ts";
import { simulatePlan } from "../steps/simulatePlan.ts";
import { takeSnapshot } from "../steps/takeSnapshot.ts";
import { trackProposals } from "../steps/trackProposals.ts";
import { trackTickets } from "../tickets/trackTickets.ts";
import { type Ending, ending } from "./ending.ts";
import type { TickWork } from "./tickWork.ts";

/**
 * Judges one account at one block: the seven steps in order, each stored before the next begins. A tick that was begun
 * before goes on after its last stored step. It ends in exactly one outcome.
 * @throws {StaleEpochError} when another keeper has taken the lane; then nothing more is written
 */
export async function runTick(work: TickWork, parts: SnapshotParts): Promise<TickRow> {
  const end = await judge(work, parts).catch((error: unknown) => failure(work, error));
  const { keeper, tick, lane } = work;
  const { outcome, reason, detail } = end;
  if (outcome !== "proposed")
    await releaseNonce(keeper.db, { account: work.account, tickId: tick.id, lease: lane });
  const finished = await finishTick(keeper.db, { tick, outcome, reason, detail, lease: lane });
  keeper.metrics.ticks.inc({ outcome });
  keeper.log.info({ tick: tick.id.toString(), account: tick.account, outcome, reason, detail }, "tick");
  return finished;
}

async function judge(work: TickWork, parts: SnapshotParts): Promise<Ending> {
  await markRead(work);
  const snapshot = await takeSnapshot(work, parts);
  const { end, findings } = await decideOn(work, snapshot);
  if (findings !== null) await followFindings(work, findings);
  await trackProposals(work, snapshot);
  await trackTickets(work, snapshot);
  return end;
}

/** Step 1, read, was done by the sweep for all accounts at once; here the account's tick says that it has it. */
async function markRead({ keeper, tick, lane }: TickWork): Promise<void> {
  if (tick.step < 1) await saveTickStep(keeper.db, { tick, step: 1, lease: lane });
}

async function decideOn(
  work: TickWork,
  snapshot: Snapshot,
): Promise<{ readonly end: Ending; readonly findings: readonly Finding[] | null }> {
  const evaluated = await evaluateSnapshot(work, snapshot);
  if (evaluated.kind === "ending") return { end: evaluated, findings: null };
  const { findings } = evaluated.value;
  const planned = await decideTick(work, evaluated.value);
  if (planned.kind === "ending") return { end: planned, findings };
  const simulated = await simulatePlan(work, planned.value);
  if (simulated.kind === "ending") return { end: simulated, findings };
  return { end: await proposeBatch(work, simulated.value), findings };
}

/** A fault ends the tick as failed with its own name; a lost lane is not the tick's to record. */
function failure({ keeper, tick }: TickWork, error: unknown): Ending {
  if (error instanceof StaleEpochError) throw error;
  const fault = error instanceof Error ? error : new Error(String(error));
  keeper.log.error({ tick: tick.id.toString(), account: tick.account, err: fault }, "tick failed");
  return ending({ outcome: "failed", reason: fault.name, detail: fault.message });
}
