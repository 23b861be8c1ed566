export type KeeperState = "watch" | "late" | "silent" | "none";

type Pulse = {
  /** Unix seconds of the last evaluation; null before the first. */
  readonly lastAt: number | null;
  /** Seconds between evaluations, as they came lately. */
  readonly interval: number;
};

/** On watch; late after two intervals without an evaluation; silent after three. */
export function heartbeatState({ lastAt, interval }: Pulse, now: number): KeeperState {
  if (lastAt === null) return "none";
  const age = now - lastAt;
  if (age > 3 * interval) return "silent";
  return age > 2 * interval ? "late" : "watch";
}
