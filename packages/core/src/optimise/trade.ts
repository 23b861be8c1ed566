import type { TradeBound } from "../plan/allocate/tradeBounds.ts";
import type { Line } from "../plan/planningFacts.ts";
import type { Term } from "./linearProblem.ts";

/**
 * One straight piece of a route, as a column. What goes in counts at the accounting rate: value sold, or money spent. The other figures are Wad ratios for one unit
 * of it, rounded down.
 */
export type Piece = {
  readonly column: string;
  /** Share of the account that it takes at most, as a Wad. */
  readonly width: bigint;
  /** Value that it brings at its quote: money from a sale, value of the position from a purchase. */
  readonly quoted: bigint;
  /** The same if the swap pays only its minimum. */
  readonly guaranteed: bigint;
  /** What it changes of the position's part of the account's liquidity. */
  readonly liquid: bigint;
};

/** One possible swap: a position sold for the settlement asset, or bought with it. */
export type Trade = {
  readonly kind: "sell" | "buy";
  readonly line: Line;
  /** Column of the choice whether it is made. */
  readonly choice: string;
  /** From the best price to the worst. */
  readonly pieces: readonly Piece[];
  /** Share of the account that all pieces take together, as a Wad. */
  readonly most: bigint;
  /** The same exactly, in what goes in, and the limit that sets it. */
  readonly bound: TradeBound;
};

/** A term for every piece of the trades. */
export function termsOf(trades: readonly Trade[], times: (piece: Piece, trade: Trade) => bigint): Term[] {
  return trades.flatMap((trade) =>
    trade.pieces.map((piece) => ({ column: piece.column, times: times(piece, trade) })),
  );
}
