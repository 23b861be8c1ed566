const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** An age in seconds in words, one unit: `12 s ago`, `4 min ago`. Below zero counts as now: the chain may run a second ahead. */
export function sayAge(seconds: number): string {
  if (seconds < 1) return "now";
  if (seconds < 2 * MINUTE) return `${seconds}\u00a0s ago`;
  if (seconds < 2 * HOUR) return `${Math.floor(seconds / MINUTE)}\u00a0min ago`;
  if (seconds < 2 * DAY) return `${Math.floor(seconds / HOUR)}\u00a0h ago`;
  return `${Math.floor(seconds / DAY)}\u00a0d ago`;
}
