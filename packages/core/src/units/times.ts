import type { Seconds, UnixSeconds } from "./brands.ts";
import { UnitError } from "./unitError.ts";

/** 1 January 5138 in seconds; every time after March 1973 in milliseconds is above it. */
const MILLISECONDS_FROM = 100_000_000_000n;

/** Time of a block in seconds since 1970. Refuses negative times and what can only be milliseconds. @throws UnitError */
export function unixSeconds(value: bigint): UnixSeconds {
  const unit = "time in Unix seconds";
  if (typeof value !== "bigint") throw new UnitError({ unit, value: String(value), limit: "a bigint" });
  if (value < 0n) throw new UnitError({ unit, value: `${value}`, limit: "at least 0" });
  if (value >= MILLISECONDS_FROM) {
    const suggestion = `${value / 1000n} if this was milliseconds`;
    throw new UnitError({ unit, value: `${value}`, limit: `below ${MILLISECONDS_FROM}`, suggestion });
  }
  return value as UnixSeconds;
}

/** Length of time in seconds, never negative. @throws UnitError */
export function seconds(value: bigint): Seconds {
  const unit = "duration in seconds";
  if (typeof value !== "bigint") throw new UnitError({ unit, value: String(value), limit: "a bigint" });
  if (value < 0n) throw new UnitError({ unit, value: `${value}`, limit: "at least 0" });
  return value as Seconds;
}

/** Time that passed from `from` to `to`. @throws UnitError when `to` is earlier. */
export function elapsed(from: UnixSeconds, to: UnixSeconds): Seconds {
  return seconds(to - from);
}

/** The time `by` later than `from`. @throws UnitError beyond the range of unixSeconds. */
export function later(from: UnixSeconds, by: Seconds): UnixSeconds {
  return unixSeconds(from + by);
}
