import type { Source } from "../chain/types.ts";
import type {
  AssetId,
  BaseUnits,
  BlockNumber,
  PositionId,
  RawAmount,
  TicketId,
  VenueId,
} from "../units/brands.ts";
import type { ClaimOrder } from "./claimOrder.ts";

/** One asset that a claim pays. */
export type TicketPayment = {
  readonly asset: AssetId;
  /** What the request was for when it was made; a claim never pays more, but for growth of the asset itself. */
  readonly promised: RawAmount;
  /** What the claim would pay as things stand at the block, rounded down as the protocol rounds. It may still fall while it waits. */
  readonly payout: RawAmount;
};

/** A withdrawal that was requested and is not claimed, as the chain says at the block. Nothing of it comes from storage. */
export type TicketReading = {
  readonly ticket: TicketId;
  readonly venue: VenueId;
  /** The position that it left. */
  readonly position: PositionId;
  /** Sorted by asset. */
  readonly pays: readonly TicketPayment[];
  /** Accounting value of all payouts, each rounded down. */
  readonly value: BaseUnits;
  readonly state: "waiting" | "claimable";
  /** First block in which it can be claimed, where the protocol counts blocks; else null. */
  readonly claimableFrom: BlockNumber | null;
  /** Value that the protocol's queue pays out before it, in base units; null where there is no queue or it cannot be read. */
  readonly ahead: BaseUnits | null;
  /** null where the chain does not say. */
  readonly requestedAt: BlockNumber | null;
  /** Why a claimable ticket cannot be claimed now: `claims-paused`, `blacklisted`. Sorted; empty when it can. */
  readonly stoppedBy: readonly string[];
  readonly claim: ClaimOrder;
  readonly source: Source;
};
