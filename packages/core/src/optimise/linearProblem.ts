import type { PositionId } from "../units/brands.ts";

/**
 * One unknown of a linear problem, at least 0. An `amount` is a share of the account's value as a Wad: relative, because a solver works in doubles, whose sixteen
 * digits then reach to a billionth of a millionth of any account. A `choice` is all or nothing: one (as a Wad) or 0.
 */
export type Column = {
  readonly name: string;
  readonly kind: "amount" | "choice";
  /** Most that an amount may be; a choice is at most one. */
  readonly most: bigint;
};

/** What one unit of a column counts for: for an amount a ratio, for a choice a share of the account, both as Wad and signed. */
export type Term = { readonly column: string; readonly times: bigint };

/** The sum of the terms is at most `atMost`, a share as a Wad. */
export type Row = {
  readonly terms: readonly Term[];
  readonly atMost: bigint;
  /** The limit that this row is, as `limitedBy` names it; null for a row that only defines something. */
  readonly by: string | null;
  /** Positions whose trades it bounds. */
  readonly positions: readonly PositionId[];
  /** A row that a solution seldom breaks: it is asked for only when one does. What keeps it unasked is the optimum all the same. */
  readonly isSeldom?: true;
};

/** Maximise the sum of the objective's terms within every row and column. Integers throughout: whoever solves it chooses how to write them. */
export type LinearProblem = {
  readonly schema: "ballast/linear-problem/1";
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly objective: readonly Term[];
};

/** A solver's answer: the value of every column as a Wad, `infeasible`, or `timeout` when it did not finish in its nodes or its time. */
export type LinearSolution =
  | { readonly outcome: "optimal"; readonly values: ReadonlyMap<string, bigint> }
  | { readonly outcome: "infeasible" | "timeout" };
