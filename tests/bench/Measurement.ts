/** One figure as it was measured, with its target. */
export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
  /** The same figure of a comparable program, where one is published. */
  readonly peer: string | null;
  /** What exactly was measured, and what is in the figure. */
  readonly detail: string;
};
