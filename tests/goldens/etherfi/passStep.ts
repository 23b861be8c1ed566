import type { Scene } from "./action.ts";
import { compareState } from "./compareState.ts";
import { at, figure, type RecordedStep } from "./recordedStep.ts";
import { stateOf } from "./stateOf.ts";
import { PRIORITY_QUEUE } from "./tokenActions.ts";

/**
 * Goes past a step of a contract that is not there. What is known of its effect is brought about: the priority queue pulls the
 * eETH of a request, and an account in its place takes as much. The state around the step is compared like any other's.
 * @returns whether the chain goes on as the file does: else nothing after this step can be compared
 * @throws StepProblem when the state differs although the step's effect is known
 */
export async function passStep({ step, rig, holder, holders }: Scene): Promise<boolean> {
  compareState(step, { side: "before", state: await stateOf(rig, holder) });
  const idle = step.reverted !== undefined || sameState(step);
  const pulls = step.action === "PriorityWithdrawalQueue.requestWithdraw" && !idle;
  if (!idle && !pulls) return false;
  if (pulls) {
    const args = [await holders.named(PRIORITY_QUEUE), figure(step, "args.amountOfEEth")];
    await rig.empty.run([rig.call(rig.contracts.eETH, { from: holder, fn: "transfer", args })]);
  }
  compareState(step, { side: "after", state: await stateOf(rig, holder) });
  return true;
}

function sameState(step: RecordedStep): boolean {
  return JSON.stringify(at(step, "before")) === JSON.stringify(at(step, "after"));
}
