import { RpcError } from "@ballast/devnet";
import { type Address, BaseError } from "viem";
import type { GoldenCheck } from "../golden.ts";
import type { Scene } from "./action.ts";
import { compareStep } from "./compareStep.ts";
import type { EtherfiFile } from "./etherfiFile.ts";
import { type EtherfiRig, startEtherfiRig } from "./etherfiRig.ts";
import { createHolders } from "./holders.ts";
import { judge } from "./judge.ts";
import type { Observation } from "./observation.ts";
import { outOfScope } from "./outOfScope.ts";
import { passStep } from "./passStep.ts";
import type { RecordedStep } from "./recordedStep.ts";
import { lentStEth, redemptionSteps } from "./redemptionSteps.ts";
import { replayStep } from "./replayStep.ts";
import type { RigValues } from "./rigValues.ts";
import { StepProblem } from "./StepProblem.ts";
import { stepName } from "./stepName.ts";

/** A step's check, and what it was compared with where it was done. */
export type Replayed = { readonly check: GoldenCheck; readonly observation?: Observation };

const LOST =
  "it follows a step of a contract that is not on the devnet, which changed the pool or the holder in a way not known here";

/** Every step of a file, one after the other, as transactions on freshly deployed contracts. */
export async function* replaySteps(
  { steps }: Pick<EtherfiFile, "steps">,
  values: RigValues,
): AsyncIterable<Replayed> {
  const rig = await startEtherfiRig(values, lentStEth(steps, values));
  try {
    const sceneOf = sceneSetter(rig, steps);
    let lost = false;
    for (const [index, step] of steps.entries()) {
      const name = { kind: `step ${step.action}`, name: stepName(step, index) };
      if (lost) {
        yield { check: { ...name, outcome: "out-of-scope", reason: LOST } };
        continue;
      }
      const reason = outOfScope(step);
      const done = await attempt(step, async () => {
        const scene = await sceneOf(step);
        if (reason === undefined) return await replayStep(scene);
        lost = !(await passStep(scene));
        return undefined;
      });
      yield resultOf(step, { name, reason, done });
    }
  } finally {
    await rig.empty.stop();
  }
}

function sceneSetter(rig: EtherfiRig, steps: readonly RecordedStep[]) {
  const holders = createHolders(rig);
  const requestOwners = new Map<bigint, Address>();
  const circumstances = redemptionSteps(steps, rig.rig);
  return async (step: RecordedStep): Promise<Scene> => ({
    step,
    rig,
    holders,
    requestOwners,
    holder: await holders.holderOf(step),
    circumstances: circumstances.get(step),
  });
}

async function attempt(
  step: RecordedStep,
  act: () => Promise<Observation | undefined>,
): Promise<Observation | StepProblem | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StepProblem) return error;
    // A figure of no contract's type, or more ether than there is.
    if (error instanceof BaseError || error instanceof RpcError)
      return new StepProblem({
        field: "args",
        recorded: step.args,
        found: error instanceof BaseError ? error.shortMessage : error.message,
      });
    throw error;
  }
}

function resultOf(
  step: RecordedStep,
  {
    name,
    reason,
    done,
  }: {
    name: { kind: string; name: string };
    reason: string | undefined;
    done: Observation | StepProblem | undefined;
  },
): Replayed {
  if (done instanceof StepProblem)
    return {
      check: judge(name, () => {
        throw done;
      }),
    };
  if (done === undefined) return { check: { ...name, outcome: "out-of-scope", reason: reason ?? LOST } };
  return { check: judge(name, () => compareStep(step, done)), observation: done };
}
