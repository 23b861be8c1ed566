import type { Act, Handler } from "./act.ts";
import { type Difference, differences } from "./differences.ts";
import { guarded } from "./guarded.ts";
import { bringAbout, impliedConditions } from "./impliedConditions.ts";
import type { Fields } from "./lidoFile.ts";
import { claimMany, claimOne, finalize, findHints, request, view } from "./queueSteps.ts";
import { rebase, transfer, unwrap, wrap } from "./tokenSteps.ts";

const HANDLERS: Readonly<Record<string, Handler>> = {
  rebase,
  "wstETH.wrap": wrap,
  "wstETH.unwrap": unwrap,
  "stETH.transfer": transfer,
  requestWithdrawals: request("requestWithdrawals"),
  requestWithdrawalsWstETH: request("requestWithdrawalsWstETH"),
  finalize,
  view,
  claimWithdrawal: claimOne,
  claimWithdrawals: claimMany,
  findCheckpointHints: findHints,
};

/** Steps that say nothing of the totals, or say it themselves. */
const WITHOUT_TOTALS: readonly string[] = ["rebase", "view"];

/** The first word of an action: `requestWithdrawals x3` is one of `requestWithdrawals`. */
export const kindOf = (action: string): string => action.split(" ")[0] ?? "";

/** Replays one step and compares it, totals included. A step that cannot be replayed differs in the field that is wrong. */
export async function replayStep(act: Omit<Act, "from">): Promise<readonly Difference[]> {
  const { world, step } = act;
  const kind = kindOf(step.action);
  const handler = Object.hasOwn(HANDLERS, kind) ? HANDLERS[kind] : undefined;
  if (handler === undefined) {
    const found = `known actions are ${Object.keys(HANDLERS).join(", ")}`;
    return [{ field: "action", recorded: step.action, found }];
  }
  const conditions = impliedConditions(step);
  await bringAbout(world, conditions);
  const from = conditions.byStranger ? world.accounts.stranger : world.accounts.holder;
  return guarded(async () => {
    const figures = await handler({ ...act, from });
    const totals = WITHOUT_TOTALS.includes(kind) ? {} : await totalsOf(act);
    return differences(step, { ...figures, ...totals });
  });
}

async function totalsOf({ world }: Pick<Act, "world">): Promise<Fields> {
  const { stETH } = world;
  return {
    totalPooledEther: await world.view<bigint>({ to: stETH, fn: "getTotalPooledEther" }),
    totalShares: await world.view<bigint>({ to: stETH, fn: "getTotalShares" }),
  };
}
