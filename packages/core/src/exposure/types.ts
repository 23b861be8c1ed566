import type { PositionId, Wad } from "../units/brands.ts";

/** What value can be lost by, beside the position's own price. */
export const CAUSE_KINDS = ["protocol", "operator", "avs", "bridge", "oracle", "admin-key"] as const;

export type CauseKind = (typeof CAUSE_KINDS)[number];

/** One cause by kind and name: `protocol:lido`, `operator:0x…`. The unknown rest of a kind is one cause, `operator:unknown`, wherever it occurs. */
export type Cause = `${CauseKind}:${string}`;

/** What depends on causes: a cause itself, or a form that a venue holds without whom it is staked with: `form:eigenlayer:stETH`. */
export type Dependent = Cause | `form:${string}`;

/** One statement of what something depends on, with its source and day. */
export type ExposureFact = {
  readonly of: Dependent;
  readonly kind: CauseKind;
  /** Disjoint shares of what depends, each above 0, together at most one. Sorted by id; empty where there are none. */
  readonly parts: readonly { readonly id: string; readonly share: Wad }[];
  /** Whether what the parts leave is known to depend on nothing of the kind. */
  readonly rest: "unknown" | "none";
  /** Document or address where it is stated. */
  readonly source: string;
  /** Day of the source where it has one, else the day it was read: YYYY-MM-DD. */
  readonly asOf: string;
};

/** A part of one position and everything that reaches it. */
export type Slice = {
  readonly position: PositionId;
  /** Sorted. */
  readonly causes: readonly Cause[];
  /** Value in base units times the look-through's scale: exact, never rounded. */
  readonly weight: bigint;
};

/** The account's value by what reaches it: the slices' weights add up to its value times the scale, exactly. */
export type LookThrough = {
  readonly scale: bigint;
  /** Sorted by position, then causes. */
  readonly slices: readonly Slice[];
};
