import type { Fields } from "../form/Fields.ts";
import { type Difference, firstDifference } from "../form/firstDifference.ts";
import { StepProblem } from "../form/StepProblem.ts";
import type { Life } from "./Action.ts";
import type { Administrator } from "./Administrator.ts";
import { ACTIONS } from "./actions/actions.ts";
import { readState } from "./readState.ts";
import { recordedStep } from "./recordedStep.ts";
import { revertName } from "./revertName.ts";

type Turn = {
  readonly index: number;
  readonly administrator: Administrator;
  /** the recording's block of the first step */
  readonly firstBlock: bigint;
};

/** Replays one step. Returns the first figure that is not as recorded, or null. @throws StepProblem when it cannot be replayed */
export async function replayStep(life: Life, step: Fields, turn: Turn): Promise<Difference | null> {
  const outcome = await perform(life, step, turn);
  const found = { ...outcome, after: await readState(life.world, life.firstBlock) };
  const recorded = recordedStep(step, { setup: life.world.setup, firstBlock: turn.firstBlock });
  return firstDifference({ recorded, found, path: "" });
}

async function perform(life: Life, step: Fields, turn: Turn): Promise<Readonly<Record<string, unknown>>> {
  const { chain, reader } = life.world;
  const args = step.object("args");
  if (step.raw("action") === "mine") {
    args.requireOnly(["blocks", "note"]);
    await catchUp(life, step, { ...turn, own: args.integer("blocks") });
    for (let left = args.integer("blocks"); left > 0n; left -= 1n) await chain.run([]);
    await begin(life);
    return {};
  }
  const action = actionOf(step);
  args.requireOnly([...action.takes, "note"]);
  await catchUp(life, step, { ...turn, own: 1n });
  const { transaction, outputs } = await action.prepare(life, step);
  const results = await chain.attempt([...turn.administrator.due(turn.index), transaction]);
  await begin(life);
  const { logs = [], revertData } = results.at(-1) ?? {};
  if (revertData !== undefined) return { reverted: revertName(chain, revertData) };
  const block = (await reader.getBlockNumber()) - life.firstBlock;
  return { block, ...(await outputs?.(logs)) };
}

/** Blocks count from that of the first step. */
async function begin(life: Life): Promise<void> {
  if (life.firstBlock === -1n) life.firstBlock = await life.world.reader.getBlockNumber();
}

/**
 * Where the recording has more blocks than its steps made, an administrator was at work: each of its changes had a block. Blocks that no
 * change explains are not made up, so that they show as a difference.
 */
async function catchUp(
  life: Life,
  step: Fields,
  { index, administrator, firstBlock, own }: Turn & { own: bigint },
) {
  if (life.firstBlock === -1n) return;
  const { chain, reader } = life.world;
  const target = step.object("after").integer("block") - firstBlock - own;
  for (;;) {
    const now = (await reader.getBlockNumber()) - life.firstBlock;
    const change = now < target ? administrator.next(index) : null;
    if (change === null) return;
    await chain.run([change]);
  }
}

function actionOf(step: Fields) {
  const name = step.raw("action");
  const action = typeof name === "string" ? ACTIONS[name] : undefined;
  if (action !== undefined) return action;
  const wanted = `a known action: ${["mine", ...Object.keys(ACTIONS)].sort().join(", ")}`;
  throw new StepProblem({ field: step.place("action"), recorded: name, wanted });
}
