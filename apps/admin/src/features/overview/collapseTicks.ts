import type { TickRecord } from "@ballast/db";

/** Runs of ticks that ended alike, each with its newest tick. Newest first; ticks under way are left out. */
export function collapseTicks<Tick extends Pick<TickRecord, "outcome" | "reason">>(
  ticks: readonly Tick[],
): readonly { readonly tick: Tick; readonly times: number }[] {
  const runs: { tick: Tick; times: number }[] = [];
  for (const tick of ticks.filter(({ outcome }) => outcome !== null)) {
    const last = runs.at(-1);
    if (last?.tick.outcome === tick.outcome && last?.tick.reason === tick.reason) last.times += 1;
    else runs.push({ tick, times: 1 });
  }
  return runs;
}
