import type { LidoStep } from "./lidoFile.ts";
import type { LidoWorld } from "./lidoWorld.ts";

/** What administrators did before a step, and who took it. */
export type Conditions = {
  readonly queuePaused: boolean;
  readonly stETHStopped: boolean;
  readonly byStranger: boolean;
};

/**
 * The recording has no steps of administrators: a pause of the queue, a stop of stETH and a stranger's hand show only in how a step ended
 * and in its words. The queue was paused where requests were refused with ResumedExpected or the words say "paused"; stETH was stopped
 * where it said CONTRACT_IS_STOPPED or the words say "stopped"; a stranger came where NotOwner was the answer or the words say so. At every
 * other step all runs, and the holder acts.
 */
export function impliedConditions({ action, args, note, reverted }: LidoStep): Conditions {
  const argsNote = typeof args === "object" && args !== null && "note" in args ? args.note : "";
  const words = `${action} ${argsNote} ${note ?? ""}`;
  const refusal = String(reverted ?? "");
  return {
    queuePaused: refusal.includes("ResumedExpected") || /\bpaused\b/i.test(words),
    stETHStopped: refusal.includes("CONTRACT_IS_STOPPED") || /\bstopped\b/i.test(words),
    byStranger: refusal.includes("NotOwner") || /\bstranger\b/i.test(words),
  };
}

/** Has the operator bring the contracts there. */
export async function bringAbout(world: LidoWorld, { queuePaused, stETHStopped }: Conditions): Promise<void> {
  const { queue, stETH } = world;
  const from = world.accounts.operator;
  if ((await world.view<boolean>({ to: queue, fn: "isPaused" })) !== queuePaused)
    await world.attempt(
      queuePaused
        ? { to: queue, fn: "pauseFor", args: [2n ** 256n - 1n], from }
        : { to: queue, fn: "resume", args: [], from },
    );
  if ((await world.view<boolean>({ to: stETH, fn: "isStopped" })) !== stETHStopped)
    await world.attempt({ to: stETH, fn: stETHStopped ? "stop" : "resume", args: [], from });
}
