import type { AccountRef, Address, BlockRef, Hash32, Source } from "../chain/types.ts";
import type { ExposureFact } from "../exposure/types.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { TicketReading } from "../ticket/ticketReading.ts";
import type {
  AssetId,
  BaseUnits,
  BlockNumber,
  PositionId,
  RawAmount,
  RouteId,
  Seconds,
  SourceId,
  UnixSeconds,
  VenueId,
  Wad,
} from "../units/brands.ts";
import type { VenueFigure } from "./venueFigure.ts";

/** What the multisig itself says at the block. */
export type SafeState = {
  readonly version: string;
  readonly singleton: Address;
  readonly nonce: bigint;
  readonly threshold: bigint;
  /** Sorted. */
  readonly owners: readonly Address[];
  /** Sorted. */
  readonly modules: readonly Address[];
  readonly guard: Address;
  readonly fallbackHandler: Address;
};

/** What one account holds of one venue in one form. `value` is floor(amount × rate / 1e18). */
export type PositionReading = {
  readonly position: PositionId;
  readonly venue: VenueId;
  readonly asset: AssetId;
  readonly amount: RawAmount;
  readonly value: BaseUnits;
  readonly source: Source;
};

/** Accounting rate: base units for 1e18 smallest units of the asset, floor. What the protocol says, never what a sale gets. */
export type RateReading = {
  readonly asset: AssetId;
  readonly venue: VenueId;
  readonly rate: Wad;
  /** For a token that rebases and so keeps its rate: the asset whose rate grows as its balances do (wstETH for stETH). */
  readonly growsWith?: AssetId;
  readonly source: Source;
};

/** A price feed's latest round. `value` has `decimals` decimals. */
export type FeedReading = {
  readonly feed: string;
  readonly value: bigint;
  readonly decimals: bigint;
  readonly roundId: bigint;
  readonly updatedAt: UnixSeconds;
  readonly heartbeat: Seconds;
  readonly source: Source;
};

/** What a route pays for growing sizes at the block. Points ascend in amountIn; amountOut never descends. */
export type RouteCurve = {
  readonly route: RouteId;
  readonly pool: Address;
  /** Pool fee in hundredths of a basis point, as Uniswap counts it. */
  readonly fee: bigint;
  readonly assetIn: AssetId;
  readonly assetOut: AssetId;
  readonly points: readonly {
    readonly amountIn: RawAmount;
    readonly amountOut: RawAmount;
    readonly gas: bigint;
  }[];
  readonly source: Source;
};

/** Fees in wei per gas. */
export type GasReading = {
  readonly baseFee: bigint;
  readonly priorityFee: bigint;
  readonly source: Source;
};

/** One data source's view of the chain when the block was pinned. `hash` is its hash for the pinned number. */
export type HeadReading = {
  readonly source: SourceId;
  readonly state: "agrees" | "lags" | "disagrees" | "silent";
  readonly number: BlockNumber | null;
  readonly hash: Hash32 | null;
  readonly detail: string;
};

/** One critical reading (a balance, a nonce) that two sources gave differently at the same block. */
export type Dispute = {
  readonly subject: string;
  readonly values: readonly { readonly source: SourceId; readonly value: string }[];
};

/** A statement of a protocol that limits what can be done with it: paused, capped, slashed. */
export type Flag = {
  readonly venue: VenueId;
  readonly code: string;
  readonly stops: "entries" | "exits" | "both" | "none";
  readonly source: Source;
};

/** Something that should have been read and was not. Never a zero. */
export type Missing = {
  /**
   * `position:<id>`, `rate:<asset>`, `feed:<id>`, `route:<id>:<in>><out>`, `safe`, `gas`, `venue:<id>`,
   * `ticket:<id>`, `exit:<position>:<way>`, `figure:<venue>:<figure>`.
   */
  readonly subject: string;
  readonly code:
    | "rpc"
    | "revert"
    | "empty"
    | "short-data"
    | "stale"
    | "unexpected"
    | "disputed"
    | "not-canonical";
  readonly retry: boolean;
  readonly detail: string;
};

/** Everything read for one account at one block, with what could not be read. Content-addressed as kind `snapshot`. */
export type Snapshot = {
  readonly schema: "ballast/snapshot/1";
  readonly account: AccountRef;
  readonly baseAsset: AssetId;
  readonly block: BlockRef;
  readonly safe: SafeState | null;
  /** Sorted by position. */
  readonly positions: readonly PositionReading[];
  /** Sorted by asset. */
  readonly rates: readonly RateReading[];
  /** Sorted by feed. */
  readonly feeds: readonly FeedReading[];
  /** Withdrawals under way. Sorted by ticket. */
  readonly tickets: readonly TicketReading[];
  /** Ways out through the protocols themselves. Sorted by position, way. */
  readonly exits: readonly ExitReading[];
  /** Sorted by venue, figure. */
  readonly figures: readonly VenueFigure[];
  /** Sorted by route, assetIn, assetOut, pool. */
  readonly curves: readonly RouteCurve[];
  readonly gas: GasReading | null;
  /** Sorted by source. */
  readonly heads: readonly HeadReading[];
  /** Sorted by subject. */
  readonly disputes: readonly Dispute[];
  /** What the venues' value depends on, by their adapters. Sorted by dependent, kind, source, parts. Absent in snapshots from before it: all of it unknown. */
  readonly exposures?: readonly ExposureFact[];
  /** Sorted by venue, code. */
  readonly flags: readonly Flag[];
  /** Sorted by subject, code. */
  readonly missing: readonly Missing[];
};
