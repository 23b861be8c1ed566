import { existsSync, readFileSync } from "node:fs";
import { calmBaseFeeWei } from "../chain/runBlock.ts";
import { writeFileAtomically } from "./writeFileAtomically.ts";

/** What a scenario has done that the chain itself does not remember, kept across restarts. */
export interface Mood {
  /** the market maker leaves the weETH pool alone */
  depegged: boolean;
  /** the base fee of every block until a time, wei */
  gasSpike: { readonly untilTimestamp: number; readonly baseFeeWei: bigint } | null;
  /** feeds that nobody reports, by id; sorted */
  silentFeeds: readonly string[];
}

export const calmMood: Mood = { depegged: false, gasSpike: null, silentFeeds: [] };

export function baseFeeWei(mood: Mood, timestamp: number): bigint {
  return mood.gasSpike !== null && timestamp <= mood.gasSpike.untilTimestamp
    ? mood.gasSpike.baseFeeWei
    : calmBaseFeeWei;
}

export function readMood(file: string): Mood {
  if (!existsSync(file)) return { ...calmMood };
  const saved = JSON.parse(readFileSync(file, "utf8")) as {
    depegged: boolean;
    gasSpike: { untilTimestamp: number; baseFeeWei: string } | null;
    silentFeeds?: readonly string[];
  };
  const spike = saved.gasSpike;
  return {
    depegged: saved.depegged,
    gasSpike: spike && { ...spike, baseFeeWei: BigInt(spike.baseFeeWei) },
    silentFeeds: saved.silentFeeds ?? [],
  };
}

export function saveMood(file: string, mood: Mood): void {
  const spike = mood.gasSpike && { ...mood.gasSpike, baseFeeWei: mood.gasSpike.baseFeeWei.toString() };
  writeFileAtomically(file, Buffer.from(JSON.stringify({ ...mood, gasSpike: spike })));
}
