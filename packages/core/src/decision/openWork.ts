import type { AccountRef, Hash32 } from "../chain/types.ts";
import type { PlanPurpose } from "../plan/types.ts";
import type { ProposalState } from "../proposal/types.ts";
import type { BaseUnits, PositionId, TicketId, UnixSeconds } from "../units/brands.ts";

/** A transaction that is queued for the account, ours or somebody else's. */
export type OpenProposal = {
  readonly safeTxHash: Hash32;
  readonly nonce: bigint;
  readonly kind: PlanPurpose | "rejection" | "foreign";
  readonly state: ProposalState;
  readonly deadline: UnixSeconds | null;
  /** Tickets that it claims. Sorted. */
  readonly claims: readonly TicketId[];
};

/** A rebalance that was proposed or executed lately: what cooldown, dwell and turnover are measured from. */
export type RecentMove = {
  readonly safeTxHash: Hash32;
  readonly state: ProposalState;
  /** Block time at which it was proposed. */
  readonly proposedAt: UnixSeconds;
  /** Block time at which it executed. */
  readonly executedAt: UnixSeconds | null;
  readonly entered: readonly PositionId[];
  readonly exited: readonly PositionId[];
  readonly turnover: BaseUnits;
};

/** What is under way for one account. Content-addressed as kind `open-work`. */
export type OpenWork = {
  readonly schema: "ballast/open-work/1";
  readonly account: AccountRef;
  /** Sorted by nonce, then safeTxHash. */
  readonly proposals: readonly OpenProposal[];
  /** Sorted by proposedAt, then safeTxHash. */
  readonly recent: readonly RecentMove[];
};
