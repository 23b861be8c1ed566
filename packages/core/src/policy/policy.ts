import type { AccountRef, Address } from "../chain/types.ts";
import type { AssetId, BaseUnits, Bps, PositionId, Seconds, VenueId } from "../units/brands.ts";

/** Share of the account's value that a position may have: min ≤ target ≤ max. */
export type Band = {
  readonly position: PositionId;
  readonly min: Bps;
  readonly target: Bps;
  readonly max: Bps;
};

/** At least `share` of the account's value must be able to leave to the base asset within `within`. */
export type LiquidityRung = { readonly share: Bps; readonly within: Seconds };

/** What a market price below the accounting rate, with backing intact, leads to. */
export type DepegResponse = "notify" | "freeze-entries" | "exit";

/** The versioned document of limits, guards and objective of one account. Content-addressed as kind `policy`. */
export type Policy = {
  readonly schema: "ballast/policy/1";
  readonly account: AccountRef;
  readonly baseAsset: AssetId;
  /** 1 for the first; each new one is one higher. */
  readonly version: bigint;
  readonly mode: "observe" | "propose";
  /** The only key whose bundles count for this account. Never an owner. */
  readonly proposer: Address;
  /** How long a loosening waits after its last approval while this policy is in force. */
  readonly looseningDelay: Seconds;
  /** Sorted by position. What is not listed may be left, never entered. */
  readonly universe: readonly Band[];
  readonly caps: {
    /** Sorted by venue. Counts value held directly in the venue. */
    readonly protocols: readonly { readonly venue: VenueId; readonly max: Bps }[];
  };
  /** Sorted by within. */
  readonly liquidity: readonly LiquidityRung[];
  readonly objective: { readonly horizon: Seconds; readonly yieldWindow: Seconds };
  readonly costs: {
    /** Most that a swap may give up against the accounting rate, and what minimum outputs are set from. */
    readonly slippage: Bps;
    /** The same ceiling for an emergency exit. */
    readonly emergencySlippage: Bps;
    /** Gain over the horizon less cost must reach this. */
    readonly minimumNetGain: BaseUnits;
    /** The gain must have paid the cost within this. */
    readonly payback: Seconds;
  };
  readonly pace: {
    /** Between two rebalances of the account. */
    readonly cooldown: Seconds;
    /** A position entered by a rebalance is not left by another within this, and the other way round. */
    readonly dwell: Seconds;
    readonly minimumTrade: BaseUnits;
  };
  readonly guards: {
    readonly marketDepeg: {
      readonly threshold: Bps;
      /** Size of the sale whose price is judged. */
      readonly size: BaseUnits;
      /** Consecutive samples, the newest included, that must be beyond the threshold. */
      readonly samples: bigint;
      readonly response: DepegResponse;
    };
    readonly staleOracle: {
      /** Sorted. */
      readonly feeds: readonly string[];
      /** Added to the feed's own heartbeat. */
      readonly grace: Seconds;
    };
    readonly sourceSilent: { readonly quorum: bigint };
  };
  readonly batch: { readonly maxCalls: bigint; readonly maxGas: bigint };
  /** From the decision's block to the batch's own deadline. */
  readonly proposalDeadline: Seconds;
};
