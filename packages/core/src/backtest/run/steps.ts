import type { Seconds, UnixSeconds } from "../../units/brands.ts";
import { later } from "../../units/times.ts";
import type { Tape, TapeRow } from "../tape/tape.ts";

/** One block of the run, with the rows that became known since the one before. */
export type Step = { readonly time: UnixSeconds; readonly rows: readonly TapeRow[] };

/**
 * The blocks of a run: at every time of the tape, or one each `every` from its first time on. A row counts at the first block at or after its time, never before: that is all
 * that keeps the future out, since nothing else reads the tape.
 */
export function* stepsOf({ rows }: Tape, every: Seconds | null): Generator<Step> {
  let next = 0;
  let time = rows[0]?.time;
  const last = rows.at(-1)?.time;
  while (time !== undefined && last !== undefined && next < rows.length) {
    const from = next;
    while (next < rows.length && (rows[next]?.time ?? last) <= time) next += 1;
    yield { time, rows: rows.slice(from, next) };
    time = every === null ? rows[next]?.time : later(time, every);
  }
}

/** How many blocks a run has. */
export function countSteps({ rows }: Tape, every: Seconds | null): number {
  if (every === null) return new Set(rows.map(({ time }) => time)).size;
  const [first, last] = [rows[0]?.time ?? 0n, rows.at(-1)?.time ?? 0n];
  return Number((last - first + every - 1n) / every) + 1;
}
