import type { Flag, HeadReading, Missing } from "../../snapshot/types.ts";
import type {
  AssetId,
  BaseUnits,
  Bps,
  PositionId,
  RawAmount,
  Seconds,
  SourceId,
  UnixSeconds,
  VenueId,
  Wad,
} from "../../units/brands.ts";

/** One line of a tape file as text, before its value is read. */
export type TapeLine = { readonly time: string; readonly series: string; readonly value: string };

/** What one row says. What it says holds until a later row of the same series. docs/backtest.md has the table. */
export type TapeFact =
  | { readonly kind: "hold"; readonly position: PositionId; readonly amount: RawAmount }
  /** Accounting rate: base units for 1e18 smallest units. */
  | { readonly kind: "rate"; readonly asset: AssetId; readonly rate: Wad }
  /** What a small sale gets before the pool's fee: base units for 1e18 smallest units. */
  | { readonly kind: "price"; readonly asset: AssetId; readonly price: Wad }
  /** The price as a share of the rate, whatever the rate is by then. */
  | { readonly kind: "peg"; readonly asset: AssetId; readonly peg: Wad }
  /** Worth of each side of the pool, as a constant product would have it. */
  | { readonly kind: "depth"; readonly asset: AssetId; readonly depth: BaseUnits }
  | { readonly kind: "fee"; readonly asset: AssetId; readonly fee: Bps }
  | { readonly kind: "grows"; readonly asset: AssetId; readonly growsWith: AssetId }
  /** Wei per gas. */
  | { readonly kind: "base-fee" | "priority-fee"; readonly wei: bigint }
  | { readonly kind: "feed"; readonly feed: string; readonly answer: Wad; readonly updatedAt: UnixSeconds }
  | { readonly kind: "heartbeat"; readonly feed: string; readonly heartbeat: Seconds }
  | { readonly kind: "figure"; readonly venue: VenueId; readonly figure: string; readonly value: bigint }
  | {
      readonly kind: "flag";
      readonly venue: VenueId;
      readonly code: string;
      readonly stops: Flag["stops"] | null;
    }
  /** How long the protocol's own queue takes from request to claim; null while it takes no requests. */
  | { readonly kind: "queue"; readonly position: PositionId; readonly delay: Seconds | null }
  /** Taken once, at this time, from the position and from what waits in its queue; rounded against the account. */
  | { readonly kind: "slash"; readonly position: PositionId; readonly share: Bps }
  | { readonly kind: "missing"; readonly subject: string; readonly code: Missing["code"] | null }
  | { readonly kind: "source"; readonly source: SourceId; readonly state: HeadReading["state"] }
  /** From here on something is wrong with the position, whether or not anyone can see it; null when it is over. */
  | { readonly kind: "incident"; readonly position: PositionId; readonly name: string | null }
  /** Where the figures come from; `synthetic` says that they were made, not recorded. */
  | { readonly kind: "note" | "synthetic"; readonly text: string };

export type TapeRow = { readonly time: UnixSeconds; readonly series: string; readonly fact: TapeFact };

/** History to run a policy over: rows sorted by time, then series; no series twice at one time. */
export type Tape = { readonly rows: readonly TapeRow[] };

/** Why a tape is refused. `line` counts from 1; 0 is the file as a whole. */
export type TapeIssue = {
  readonly line: number;
  readonly series: string;
  readonly value: string;
  readonly limit: string;
};
