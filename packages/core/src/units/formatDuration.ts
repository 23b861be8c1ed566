import type { Seconds } from "./brands.ts";
import { NBSP } from "./signs.ts";

const UNITS = [
  { letter: "d", length: 86_400n },
  { letter: "h", length: 3600n },
  { letter: "m", length: 60n },
  { letter: "s", length: 1n },
] as const;

/** The two largest units that it fills, the rest left off: `5 h 12 m`, `3 d 04 h`, `6 h`, `0 s`. A day is 24 hours. */
export function formatDuration(value: Seconds): string {
  const first = UNITS.findIndex(({ length }) => value >= length);
  const large = UNITS[first];
  if (large === undefined) return `0${NBSP}s`;
  const head = `${value / large.length}${NBSP}${large.letter}`;
  const small = UNITS[first + 1];
  const rest = small === undefined ? 0n : (value % large.length) / small.length;
  if (small === undefined || rest === 0n) return head;
  return `${head}${NBSP}${rest.toString().padStart(2, "0")}${NBSP}${small.letter}`;
}

/** The form that parseDuration reads, in the largest unit that fits exactly: `90m`, `6h`, `30d`, `0s`. */
export function formatDurationExact(value: Seconds): string {
  const unit = UNITS.find(({ length }) => value > 0n && value % length === 0n);
  return unit === undefined ? `${value}s` : `${value / unit.length}${unit.letter}`;
}
