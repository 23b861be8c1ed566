/** No keeper is called late before this: a block takes 12 s on mainnet. */
const LEAST_SECONDS = 12;

/** The usual gap between evaluations: the median of the last ones, at least 12 s. Times are Unix seconds, newest first. */
export function tickInterval(times: readonly number[]): number {
  const gaps = times.slice(1).map((earlier, at) => (times[at] ?? earlier) - earlier);
  const sorted = gaps.sort((a, b) => a - b);
  return Math.max(LEAST_SECONDS, sorted[Math.floor(sorted.length / 2)] ?? LEAST_SECONDS);
}
