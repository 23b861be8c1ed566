export type Beat = "held" | "proposed" | "refused" | "failed" | "missed" | "open";

/** The keeper as the foot of the nav shows it. */
export type HeartbeatView = {
  readonly lastAt: number | null;
  readonly interval: number;
  /** 30 at most, oldest first. */
  readonly beats: readonly Beat[];
  readonly block: string;
  readonly heads: string;
  readonly mode: string;
};
