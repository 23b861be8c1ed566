import type { PositionId } from "@ballast/core";

/** Values of one series at known times; straight lines between them. Decimal text, at most 6 places. */
export type Anchors = readonly (readonly [time: string, value: string])[];

/** An incident as far as published figures tell it. Everything between them is made, and is labelled so. */
export type IncidentStory = {
  readonly id: string;
  readonly title: string;
  /** The position that it happens to; null for one that no position should be left for. */
  readonly position: PositionId | null;
  /** When it began; the time to safe counts from here. */
  readonly began: string;
  /** Stretches of the tape: one step each so many seconds, until the time. */
  readonly paces: readonly (readonly [until: string, seconds: bigint])[];
  readonly start: string;
  /** Market price of the position's asset, as a share of its rate. */
  readonly peg: Anchors;
  /** Series and values at fixed times, as a tape has them. */
  readonly events: readonly (readonly [time: string, series: string, value: string])[];
  /** Worth of each side of the position's exit pool, in ether. */
  readonly depth: Anchors;
  /** What is published, with where; and what is assumed. */
  readonly sources: string;
};
