/** A block's time as people and programs read it: `2026-01-31T12:00:00Z`. */
export function isoTime(seconds: bigint): string {
  return new Date(Number(seconds) * 1_000).toISOString().replace(".000Z", "Z");
}
