import { type DevnetTransaction, DevnetTransactionError, revertOf } from "@ballast/devnet";
import type { Act, Output } from "./action.ts";
import type { EtherfiRig } from "./etherfiRig.ts";
import { impliedConditions } from "./impliedConditions.ts";
import type { Observation } from "./observation.ts";
import type { RecordedStep } from "./recordedStep.ts";
import { StepProblem } from "./StepProblem.ts";

/**
 * Does a step and reads what is recorded of it.
 * @throws StepProblem when a call and its transaction do not come to the same
 */
export async function play(
  step: RecordedStep,
  { rig, act }: { rig: EtherfiRig; act: Act },
): Promise<Pick<Observation, "reverted" | "outputs">> {
  const condition = await impliedConditions(step, { rig, act });
  const first = [...(act.preparation ?? []), ...(condition?.before ?? [])];
  await setUp(step, () => rig.empty.run(first, condition?.seconds));
  const early = new Map<Output, unknown>();
  for (const output of act.outputs) if (output.when !== "after") early.set(output, await readOf(output));
  const reverted = await runAll(act.transactions, rig);
  const outputs = new Map<string, unknown>();
  for (const output of act.outputs) {
    if (reverted !== undefined && output.when !== "before") continue;
    outputs.set(output.field, await figureOf(output, early.get(output)));
  }
  await setUp(step, () => rig.empty.run(condition?.after ?? []));
  if (reverted === undefined) await act.settle?.();
  return { reverted, outputs };
}

async function figureOf(output: Output, early: unknown): Promise<unknown> {
  if (output.when === "before") return early;
  const late = await readOf(output);
  return output.when === "change" && typeof late === "bigint" ? late - (early as bigint) : late;
}

/** What a view answers; where it reverts, that it does: such a figure is recorded of no step that succeeds. */
async function readOf({ read }: Output): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    return `no answer (${error instanceof Error ? error.name : String(error)})`;
  }
}

async function setUp({ reverted }: RecordedStep, run: () => Promise<void>): Promise<void> {
  if (await fails(run)) {
    const found = "what administrators must have done around this step cannot be done here";
    throw new StepProblem({ field: "reverted", recorded: reverted, found });
  }
}

/** One after the other until one reverts: by the call that says why, and by the transaction. */
async function runAll(
  transactions: readonly DevnetTransaction[],
  { empty }: EtherfiRig,
): Promise<string | undefined> {
  for (const transaction of transactions) {
    const reverted = await revertOf(empty.chain, transaction);
    const failed = await fails(() => empty.run([transaction]));
    if (failed !== (reverted !== undefined)) {
      const found = `the call ${reverted ?? "passed"}, the transaction ${failed ? "reverted" : "passed"}`;
      throw new StepProblem({ field: "reverted", recorded: transaction.what, found });
    }
    if (reverted !== undefined) return reverted;
  }
  return undefined;
}

async function fails(run: () => Promise<void>): Promise<boolean> {
  try {
    await run();
    return false;
  } catch (error) {
    if (error instanceof DevnetTransactionError) return true;
    throw error;
  }
}
