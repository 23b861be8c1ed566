import type { BlockRef, Hash32 } from "../chain/types.ts";
import type { BlockNumber, UnixSeconds, Wad } from "../units/brands.ts";

/** One stored figure of one block, in the unit of its series. */
export type Sample = {
  readonly block: BlockNumber;
  readonly hash: Hash32;
  readonly timestamp: UnixSeconds;
  readonly value: Wad;
};

/**
 * A figure over time. `rate:<asset>` is the accounting rate; `market:<asset>` is what a sale of the guard's size
 * got per unit sold, both as Wad of base units. `figure:<venue>:<figure>` is what the venue stated, in the unit that VenueFigure gives it.
 * `depth:<asset>` is what the best pool takes within the slippage ceiling, in base units; `feed:<id>` a feed's answer with its own decimals;
 * `safe:<field>` a part of the account's Safe, as safeFigures gives it. Samples ascend in time.
 */
export type Series = { readonly id: string; readonly samples: readonly Sample[] };

/** The part of stored history that a decision used. Content-addressed as kind `history`. */
export type HistorySlice = {
  readonly schema: "ballast/history/1";
  readonly asOf: BlockRef;
  /** Sorted by id. */
  readonly series: readonly Series[];
};
