import type { Source } from "../chain/types.ts";
import type { AssetId, Seconds, UnixSeconds, Wad } from "../units/brands.ts";
import { mulDivDown } from "../units/mulDiv.ts";
import { wad } from "../units/quantities.ts";
import { seconds } from "../units/times.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { rateSeries, seriesOf } from "./seriesOf.ts";
import type { HistorySlice, Sample } from "./types.ts";
import { YEAR } from "./year.ts";

/** A yield per year with the window that it was really measured over, or why there is none. */
export type YieldReading =
  | {
      readonly kind: "known";
      readonly yield: Wad;
      readonly window: Seconds;
      readonly method: "share-price-growth" | "none-by-definition";
      readonly source: Source | null;
    }
  | {
      readonly kind: "unknown";
      readonly because: "no-samples" | "history-too-short" | "rate-is-zero";
      readonly have: Seconds;
    };

type Question = {
  readonly slice: HistorySlice;
  readonly asset: AssetId;
  readonly window: Seconds;
  readonly asOf: UnixSeconds;
};

/** The newest sample at or before the window's start, unless a gap makes it so old that the first one inside the window is nearer. */
function startOf(samples: readonly Sample[], { window, asOf }: Question): Sample | undefined {
  const opens = asOf - window;
  const before = samples.findLast((each) => each.timestamp <= opens);
  const inside = samples.find((each) => each.timestamp > opens);
  if (before === undefined) return inside;
  const isFar = asOf - before.timestamp > 2n * window;
  const coversHalf = inside !== undefined && 2n * (asOf - inside.timestamp) >= window;
  return isFar && coversHalf ? inside : before;
}

/**
 * Growth of the accounting rate over a window, as a simple yearly rate: (end ÷ start − 1) × 365 days ÷ elapsed, rounded down.
 * Simple, not compounded: a policy's horizon is a fraction of a year, and compounding would only flatter the gain. It starts from
 * the newest sample at or before `asOf − window`; with less history than that it is unknown, unless half the window is covered,
 * and then the window that it states is the real one. A falling rate gives a negative yield.
 */
export function yieldOverWindow(question: Question): YieldReading {
  const { slice, asset, window, asOf } = question;
  const id = rateSeries(asset);
  const samples = seriesOf(slice, id).filter((each) => each.timestamp <= asOf);
  const end = samples.at(-1);
  const start = startOf(samples, question);
  if (end === undefined || start === undefined)
    return { kind: "unknown", because: "no-samples", have: seconds(0n) };
  const covered = seconds(end.timestamp - start.timestamp);
  if (covered === 0n || 2n * covered < window)
    return { kind: "unknown", because: "history-too-short", have: covered };
  if (start.value <= 0n) return { kind: "unknown", because: "rate-is-zero", have: covered };
  const growth = mulDivDown(end.value - start.value, { times: WAD_ONE * YEAR, over: start.value * covered });
  return {
    kind: "known",
    yield: wad(growth),
    window: covered,
    method: "share-price-growth",
    source: { kind: "history", series: id, fromBlock: start.block, toBlock: end.block },
  };
}
