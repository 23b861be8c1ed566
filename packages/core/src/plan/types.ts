import type { AccountRef, Address } from "../chain/types.ts";
import type { ClaimOrder } from "../ticket/claimOrder.ts";
import type {
  AssetId,
  BaseUnits,
  PositionId,
  RawAmount,
  RouteId,
  Seconds,
  TicketId,
  UnixSeconds,
  VenueId,
  Wad,
} from "../units/brands.ts";

export type AssetAmount = { readonly asset: AssetId; readonly amount: RawAmount };

/** What an action takes in: `expected` at the block, `atLeast` or the transaction reverts. */
export type Receive = { readonly asset: AssetId; readonly expected: RawAmount; readonly atLeast: RawAmount };

/** Leave a position by selling it on a route, or enter one by buying it there. */
export type Action = {
  readonly kind: "exit" | "enter";
  readonly position: PositionId;
  readonly venue: VenueId;
  readonly route: RouteId;
  readonly pool: Address;
  /** Pool fee in hundredths of a basis point. */
  readonly fee: bigint;
  readonly spend: AssetAmount;
  readonly receive: Receive;
  /** What bound the size of this action: `band`, `protocol-cap`, `liquidity`, `slippage`, `gain`, … */
  readonly limitedBy: string;
};

/** How a venue is asked for a withdrawal. */
export type RequestOrder =
  /** DelegationManager.queueWithdrawals of deposit shares of one strategy; the account stays with its operator. */
  | { readonly kind: "eigenlayer-queue"; readonly strategy: Address; readonly depositShares: bigint }
  /** DelegationManager.undelegate: everything in every strategy, and the account leaves its operator. It names no amount. */
  | { readonly kind: "eigenlayer-undelegate"; readonly operator: Address }
  /** WeETHWithdrawAdapter.requestWithdraw, one request for each amount of weETH. */
  | { readonly kind: "etherfi-queue"; readonly amounts: readonly RawAmount[] }
  /** WithdrawalQueue.requestWithdrawalsWstETH, one request for each amount of wstETH. */
  | { readonly kind: "lido-queue"; readonly amounts: readonly RawAmount[] };

/** Ask a protocol for a withdrawal: value of a position becomes tickets, which are claimed later. */
export type WithdrawalRequest = {
  readonly position: PositionId;
  readonly venue: VenueId;
  /** In the position's own asset. */
  readonly spend: AssetAmount;
  /** What the tickets will pay together as things stand; not guaranteed, and all of it stays at the protocol's risk until claimed. */
  readonly expected: AssetAmount;
  /** Estimate until it can be claimed; null when the protocol promises none. */
  readonly delay: Seconds | null;
  readonly order: RequestOrder;
  /** What bound the size, as for an action. */
  readonly limitedBy: string;
};

/** Take what a ticket pays. */
export type Claim = {
  readonly ticket: TicketId;
  readonly position: PositionId;
  readonly venue: VenueId;
  /** Sorted by asset. `atLeast` is below `expected` only where the asset's own transfers round. */
  readonly receive: readonly Receive[];
  readonly order: ClaimOrder;
};

/** Bounds on the account's change in one asset, signed, both inclusive. */
export type BalanceChange = { readonly asset: AssetId; readonly atLeast: bigint; readonly atMost: bigint };

/** Every figure that the reason names. Cost rounds up, gain and yield round down. */
export type PlanFigures = {
  /** Sum of value leaving positions. */
  readonly turnover: BaseUnits;
  /** Accounting value given up by trading at market, at expected amounts. */
  readonly tradingCost: BaseUnits;
  readonly gasCost: BaseUnits;
  readonly cost: BaseUnits;
  /** Extra yield over `horizon` of the account after against before; negative where a repaired limit costs yield. */
  readonly grossGain: bigint;
  /** grossGain − cost; may be negative. */
  readonly netGain: bigint;
  readonly horizon: Seconds;
  /** Time until the gain has paid the cost; null when it never does. */
  readonly payback: Seconds | null;
  /** Account yield per year, weighted by value. null when a held yield is not known, which only an emergency exit may have. */
  readonly yieldBefore: Wad | null;
  readonly yieldAfter: Wad | null;
  /** Worst loss if every action pays only its minimum: accounting value before − after, at least 0. */
  readonly worstLoss: BaseUnits;
};

/** Why a batch is made. */
export type PlanPurpose = "rebalance" | "emergency-exit" | "claim";

/** What one batch does, in this order: claims, trades, requests. At least one of them. Content-addressed as kind `plan`. */
export type Plan = {
  readonly schema: "ballast/plan/1";
  readonly account: AccountRef;
  readonly purpose: PlanPurpose;
  /** Sorted by ticket. */
  readonly claims: readonly Claim[];
  readonly actions: readonly Action[];
  /** Sorted by position. */
  readonly requests: readonly WithdrawalRequest[];
  /** Sorted by asset. */
  readonly expected: readonly BalanceChange[];
  readonly figures: PlanFigures;
  /** The batch reverts after this. */
  readonly deadline: UnixSeconds;
};

/** The parts of a batch, before its bounds, figures and deadline are worked out. */
export type PlanParts = Pick<Plan, "claims" | "actions" | "requests">;

/** The allocator's answer: a decision input. Content-addressed as kind `allocation`. */
export type AllocationAnswer = {
  readonly schema: "ballast/allocation/1";
  readonly allocator: string;
  readonly outcome: "targets" | "infeasible" | "timeout";
  /**
   * Value wanted per position, sorted by position; empty unless `targets`. For the idle position of the settlement asset it is what stays if
   * every exit pays only its minimum, so the targets add up to a little less than the account.
   */
  readonly targets: readonly {
    readonly position: PositionId;
    readonly value: BaseUnits;
    readonly limitedBy: string;
  }[];
};
