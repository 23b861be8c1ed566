import type { AccountRef, Address } from "../chain/types.ts";
import type { CauseKind } from "../exposure/types.ts";
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

/** Share of the whole treasury's value that may be delegated to one operator. */
export type OperatorCap = { readonly operator: Address; readonly max: Bps };

/** Share of the value of this account, and of the whole treasury, that may depend on any one cause of a kind. */
export type SharedCauseCap = {
  readonly kind: CauseKind;
  readonly account?: Bps;
  readonly treasury?: Bps;
};

/** Share of the account's value, and of the whole treasury's, that may be in one asset, in whatever venue and form. */
export type AssetCap = { readonly asset: AssetId; readonly max: Bps; readonly treasury?: Bps };

/** What a tripped guard leads to: it is told; nothing is entered; or all that is held leaves, as an emergency. */
export type GuardResponse = "notify" | "freeze-entries" | "exit";

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
    /**
     * Sorted by operator. Shares of this account and its siblings together; each account's own owners approve the caps that bind it. Absent: no cap.
     */
    readonly operators?: readonly OperatorCap[];
    /** Sorted by asset. Absent: no cap. */
    readonly assets?: readonly AssetCap[];
    /** Share of a venue's whole value that the treasury's accounts may hold together. Absent: no cap. */
    readonly venueShare?: Bps;
    /** Share of what an asset's best pool takes within the slippage ceiling that the treasury's accounts may hold together. Absent: no cap. */
    readonly exitLiquidityShare?: Bps;
    /** Sorted by kind. Absent: no cap. */
    readonly sharedCauses?: readonly SharedCauseCap[];
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
    /** Largest share of the gain that gas may cost. Absent: no limit of its own. */
    readonly gasShareOfGain?: Bps;
    /** Largest share of the account's value that a rebalance may lose at its minimums. Absent: only the slippage ceiling bounds it. */
    readonly worstLossPerBatch?: Bps;
  };
  readonly pace: {
    /** Between two rebalances of the account. */
    readonly cooldown: Seconds;
    /** A position entered by a rebalance is not left by another within this, and the other way round. */
    readonly dwell: Seconds;
    readonly minimumTrade: BaseUnits;
    /** Largest share of the account's value that may be moved within a day. Absent: no limit. */
    readonly turnoverPerDay?: Bps;
  };
  /** A guard that is absent works with its part of GUARD_DEFAULTS, so that policies from before it keep their id. */
  readonly guards: {
    /** How far back figures and rates are compared. Absent: a day. */
    readonly window?: Seconds;
    readonly marketDepeg: {
      readonly threshold: Bps;
      /** Size of the sale whose price is judged. */
      readonly size: BaseUnits;
      /** Consecutive samples, the newest included, that must be beyond the threshold. */
      readonly samples: bigint;
      readonly response: GuardResponse;
    };
    /** A rate that fell by more than the threshold from the highest of the window. */
    readonly backingLoss?: { readonly threshold: Bps; readonly response: GuardResponse };
    /** A slash of an operator that the account is delegated to. */
    readonly operatorSlashed?: { readonly response: GuardResponse };
    /** The share of an operator's stake that operator sets may slash. */
    readonly operatorAllocations?: { readonly maxSlashable: Bps; readonly response: GuardResponse };
    /** A contract of a venue that is paused, beside what the venue itself stops. */
    readonly venuePaused?: { readonly response: GuardResponse };
    /** Another implementation, admin, owner or timelock. */
    readonly contractChanged?: { readonly response: GuardResponse };
    /** Fall of the value in a venue from the highest of the window. */
    readonly tvlDrop?: { readonly threshold: Bps; readonly response: GuardResponse };
    /** A rate that grows faster than staking can pay: per year over the window, or from one sample to the next. */
    readonly rateGrowth?: {
      readonly maxPerYear: Bps;
      readonly maxPerSample: Bps;
      readonly response: GuardResponse;
    };
    /** Value that waits to leave a venue: in all, and more than at the lowest of the window. */
    readonly exitQueue?: {
      readonly limit: BaseUnits;
      readonly growth: BaseUnits;
      readonly response: GuardResponse;
    };
    /** A ticket that pays less than it promised by more than the threshold. Always only told: nothing can be done for it. */
    readonly ticketLoss?: { readonly threshold: Bps };
    /** Blocks after the one from which a ticket should be claimable until it counts as stuck. */
    readonly ticketStuck?: { readonly after: bigint };
    /** Fall of a venue's units, its value at its rate, from the most of the window. */
    readonly largeOutflow?: { readonly threshold: Bps; readonly response: GuardResponse };
    /** Fall of what an asset's pools take within the slippage ceiling, from the most of the window. */
    readonly exitLiquidityFalling?: { readonly threshold: Bps; readonly response: GuardResponse };
    /** A yield below zero, or further below the benchmark's than the margin. */
    readonly netYieldLow?: {
      readonly benchmark?: AssetId;
      readonly margin: Bps;
      readonly response: GuardResponse;
    };
    /** A feed outside of what rate and market say by more than the threshold. */
    readonly oracleDiverging?: {
      readonly threshold: Bps;
      /** Consecutive samples, the newest included, that must be beyond the threshold. */
      readonly samples: bigint;
      readonly response: GuardResponse;
    };
    /** Fall of the base asset's own price from the highest of the window. Absent: not watched. */
    readonly priceDrawdown?: {
      readonly feed: string;
      readonly threshold: Bps;
      readonly response: GuardResponse;
    };
    /** What the worst operators or AVSs at once reach. Absent: not watched. */
    readonly correlatedSlashing?: {
      /** How many at once. */
      readonly causes: bigint;
      /** Share of the account's value. */
      readonly budget: Bps;
      readonly response: GuardResponse;
    };
    /** Another owner, threshold, module, guard, handler or singleton. An exit would stay in the same Safe, so none is proposed. */
    readonly safeChanged?: { readonly response: Exclude<GuardResponse, "exit"> };
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
