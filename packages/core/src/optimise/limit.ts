import type { Column, Row, Term } from "./linearProblem.ts";
import type { Model } from "./model.ts";

/**
 * What is asked of the solver. `gain`: the most net gain. `unpaid`: the same as if gas were free and time to pay back endless, to explain why nothing moves. `mend`: the
 * least that is left of broken limits. `repair`: the most net gain of what limits force, leaving no more broken than `left`. `beside`: the same with moves for
 * yield beside it, which must pay back by themselves: the whole at least `owed` over the payback time.
 */
export type Stage =
  | { readonly kind: "gain" | "unpaid" | "mend" }
  | { readonly kind: "repair"; readonly left: bigint }
  | { readonly kind: "beside"; readonly left: bigint; readonly owed: bigint };

/** Rows of one limit and the columns that only they need. */
export type Part = { readonly rows: readonly Row[]; readonly columns?: readonly Column[] };

/** One limit: pure, one file. Doing nothing must be within its rows, unless it asks for a repair. */
export type Limit = (model: Model, stage: Stage) => Part;

/** A row that says at least, written as at most. */
export function atLeast(row: Omit<Row, "atMost"> & { readonly atLeast: bigint }): Row {
  const { terms, atLeast: least, by, positions } = row;
  return { terms: negated(terms), atMost: -least, by, positions };
}

/** The same terms with the other sign. */
export function negated(terms: readonly Term[]): Term[] {
  return terms.map(({ column, times }) => ({ column, times: -times }));
}

/** Whether the stage is about broken limits. */
export function isMending({ kind }: Stage): boolean {
  return kind === "mend" || kind === "repair" || kind === "beside";
}
