const MILLISECONDS = 1000;

/** Unix seconds as `2026-11-22 08:42:11 UTC`. */
export function utc(seconds: bigint | number): string {
  return `${new Date(Number(seconds) * MILLISECONDS).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** Unix seconds as `08:42:11`; the day is elsewhere. */
export function utcClock(seconds: bigint | number): string {
  return new Date(Number(seconds) * MILLISECONDS).toISOString().slice(11, 19);
}
