import type { Act, Action, Scene } from "./action.ts";
import { exitActions } from "./exitActions.ts";
import type { Observation } from "./observation.ts";
import { play } from "./play.ts";
import { poolActions } from "./poolActions.ts";
import { StepProblem } from "./StepProblem.ts";
import { stateOf } from "./stateOf.ts";
import { tokenActions } from "./tokenActions.ts";

const actions: readonly Action[] = [...tokenActions, ...poolActions, ...exitActions];

/**
 * Does one step and reads everything that is recorded of it. It is done even when the state before differs from the recorded one, so that
 * the steps after it have a chance.
 * @throws StepProblem when the step is not known, or lacks what it takes to do it
 */
export async function replayStep(scene: Scene): Promise<Observation> {
  const { step, rig, holder } = scene;
  const before = await stateOf(rig, holder);
  const act = await actOf(scene);
  const { reverted, outputs } = await play(step, { rig, act });
  return { before, reverted, outputs, act, after: await stateOf(rig, holder) };
}

async function actOf(scene: Scene): Promise<Act> {
  const { step } = scene;
  for (const { pattern, act } of actions) {
    const found = pattern.exec(step.action);
    if (found !== null) return act(scene, found.slice(1));
  }
  throw new StepProblem({ field: "action", recorded: step.action, found: "no such action is known here" });
}
