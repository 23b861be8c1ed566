import type { BlockRef } from "../../chain/types.ts";
import { accountFigures } from "../../history/accountFigures.ts";
import { chainFigures } from "../../history/chainFigures.ts";
import { guardWindow } from "../../history/guardWindow.ts";
import type { HistorySlice, Sample, Series } from "../../history/types.ts";
import { guardOf } from "../../policy/guardDefaults.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import type { Wad } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { max } from "../../units/order.ts";

/** Samples of each series, ascending in time. Grows at its end; what no window reaches any more is dropped from its beginning. */
export type StoredHistory = Map<string, Sample[]>;

/** Dropping costs a copy, so it waits until there is so much to drop. */
const SPARE = 512;

/** Index of the newest sample at or before `time`; −1 of none. */
function lastAt(samples: readonly Sample[], time: bigint): number {
  let [low, high] = [-1, samples.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((samples[middle]?.timestamp ?? 0n) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Stores of a block what the keeper stores of it. */
export function storeSamples(
  stored: StoredHistory,
  { snapshot, policy }: { readonly snapshot: Snapshot; readonly policy: Policy },
): void {
  const { number: block, hash, timestamp } = snapshot.block;
  const opens = timestamp - max(policy.objective.yieldWindow, guardWindow(policy));
  for (const { series, value } of [...chainFigures(snapshot), ...accountFigures(snapshot, policy)]) {
    const samples = stored.get(series) ?? [];
    samples.push({ block, hash, timestamp, value: value as Wad });
    const spent = lastAt(samples, opens);
    if (spent > SPARE) samples.splice(0, spent);
    stored.set(series, samples);
  }
}

type Wanted = { readonly times: readonly bigint[]; readonly newest: number };

/** The samples on both sides of each time, and the newest, each once. */
function around(samples: readonly Sample[], { times, newest }: Wanted): readonly Sample[] {
  const found = new Set<number>();
  for (const time of times) {
    const before = lastAt(samples, time);
    found.add(before).add(before + 1);
  }
  for (let back = 1; back <= newest; back += 1) found.add(samples.length - back);
  return [...found].sort((a, b) => a - b).flatMap((index) => samples[index] ?? []);
}

/** What the keeper takes of its stored history for a decision at a block: around the start of each window, and the newest that guards count. */
export function sliceOf(
  stored: StoredHistory,
  { block, policy }: { readonly block: BlockRef; readonly policy: Policy },
): HistorySlice {
  const { samples: diverging } = guardOf(policy, "oracleDiverging");
  const newest = Number(max(policy.guards.marketDepeg.samples, diverging)) + 1;
  const opens = block.timestamp - guardWindow(policy);
  const forRates = { times: [block.timestamp - policy.objective.yieldWindow, opens], newest };
  const wanted = (id: string): Wanted => {
    if (id.startsWith("rate:")) return forRates;
    if (id.startsWith("market:")) return { times: [], newest };
    return { times: [opens], newest: id.startsWith("feed:") ? newest : 1 };
  };
  const series = [...stored].map(([id, samples]): Series => ({ id, samples: around(samples, wanted(id)) }));
  return {
    schema: "ballast/history/1",
    asOf: block,
    series: series.sort((a, b) => compareText(a.id, b.id)),
  };
}
