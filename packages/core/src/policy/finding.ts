import type { Address, Source } from "../chain/types.ts";
import type { BaseUnits, Bps, PositionId, Seconds, TicketId, VenueId, Wad } from "../units/brands.ts";

/** unknown = could not tell; it is treated as a breach by everything that opens exposure. */
export type Level = "ok" | "notice" | "warning" | "critical" | "unknown";

/** A measured value or limit with its unit. */
export type Quantity =
  | { readonly unit: "base"; readonly value: BaseUnits }
  /** A signed change of value in base units: a net gain, which may be a loss. */
  | { readonly unit: "base-change"; readonly value: bigint }
  | { readonly unit: "bps"; readonly value: Bps }
  | { readonly unit: "wad"; readonly value: Wad }
  | { readonly unit: "seconds"; readonly value: Seconds }
  | { readonly unit: "count"; readonly value: bigint }
  /** An address as a number below 2¹⁶⁰, as a figure holds it. */
  | { readonly unit: "address"; readonly value: bigint };

export type Subject =
  | { readonly kind: "account" }
  | { readonly kind: "position"; readonly id: PositionId }
  | { readonly kind: "venue"; readonly id: VenueId }
  | { readonly kind: "ticket"; readonly id: TicketId }
  | { readonly kind: "operator"; readonly id: Address }
  /** A figure's id is `<venue>:<figure>`, a shared cause's `<kind>:<name>`. */
  | {
      readonly kind: "asset" | "feed" | "source" | "route" | "plan" | "figure" | "cause";
      readonly id: string;
    };

/** What a finding does to the decision. */
export type Effect =
  | { readonly kind: "none" }
  /** No new exposure to these positions; exits go on. */
  | { readonly kind: "freeze-entries"; readonly positions: readonly PositionId[] | "all" }
  /** No rebalance out of these positions (dwell, a venue that stopped exits); emergencies pass. */
  | { readonly kind: "freeze-exits"; readonly positions: readonly PositionId[] }
  /** Bring the position down to at most `target`. `urgent` marks an emergency. */
  | {
      readonly kind: "reduce-to";
      readonly position: PositionId;
      readonly target: BaseUnits;
      readonly urgent: boolean;
    }
  /** Bring the position up to at least `target`. */
  | { readonly kind: "raise-to"; readonly position: PositionId; readonly target: BaseUnits }
  /** No rebalance for now (cooldown, dwell, open work); emergencies pass. */
  | { readonly kind: "hold" }
  /** No proposal of any kind: what would justify one is unknown or disputed. */
  | { readonly kind: "halt" };

/** What one rule says of one subject. `limit` is what the measured value is held against: a limit of the policy, or what was before. Prose is made from it, never stored. */
export type Finding = {
  readonly rule: string;
  readonly code: string;
  readonly subject: Subject;
  readonly level: Level;
  /** null only when unknown or when there is nothing to measure. */
  readonly measured: Quantity | null;
  readonly limit: Quantity | null;
  readonly evidence: readonly Source[];
  readonly effect: Effect;
};
