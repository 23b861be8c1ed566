import type { Address, Source } from "../chain/types.ts";
import type { AssetId, Bps, PositionId, RawAmount, Seconds, VenueId, Wad } from "../units/brands.ts";

/** What a venue must be told beside the amount, as it stands at the block. */
export type ExitTerms =
  | {
      readonly kind: "eigenlayer-queue";
      readonly strategy: Address;
      /** null when the account has not delegated. */
      readonly operator: Address | null;
      /** The account's deposit shares in the strategy: what the queue counts in. Not reduced by slashing. */
      readonly depositShares: bigint;
    }
  | { readonly kind: "etherfi-queue" }
  | { readonly kind: "etherfi-redeem" }
  | { readonly kind: "lido-queue" };

/** A way to leave a position through its own protocol, as it stands at the block. */
export type ExitReading = {
  readonly position: PositionId;
  readonly venue: VenueId;
  /** `instant` pays in the same transaction; `queue` gives a ticket that is claimed later. */
  readonly way: "instant" | "queue";
  /** The position's asset, which amounts and capacity count in. */
  readonly assetIn: AssetId;
  readonly assetOut: AssetId;
  /** assetOut for 1e18 smallest units of assetIn before the fee, rounded down by the protocol. */
  readonly rate: Wad;
  /** Taken from what is paid. */
  readonly fee: Bps;
  /** Most of assetIn that it takes now; null when only the holding limits it. */
  readonly capacity: RawAmount | null;
  /** Least and most of assetOut that one request may be for; a larger exit takes several. null: no limit. */
  readonly smallest: RawAmount;
  readonly largest: RawAmount | null;
  /** Blocks from the request until it can be claimed, where the protocol counts blocks. */
  readonly delayBlocks: bigint | null;
  /** Estimate of the time until it can be claimed; null when the protocol promises none. 0 for `instant`. */
  readonly delay: Seconds | null;
  /** Why it cannot be used now: `paused`, `no-fallback-handler`, `blacklisted`. Sorted; empty when it can. */
  readonly stoppedBy: readonly string[];
  readonly terms: ExitTerms;
  readonly source: Source;
};
