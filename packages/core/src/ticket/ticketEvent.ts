import type { Address, Hash32 } from "../chain/types.ts";
import type { AssetAmount } from "../plan/types.ts";
import type { BlockNumber, PositionId, TicketId, VenueId } from "../units/brands.ts";

/** What the chain's log says of a ticket. Tickets are rebuilt from these alone. */
export type TicketEvent = {
  readonly kind:
    | "requested"
    | "claimed"
    /** The protocol took it back; nothing will be paid. */
    | "invalidated"
    /** It was given to another holder. */
    | "transferred-away";
  readonly ticket: TicketId;
  readonly venue: VenueId;
  /** Whose it is; null where the log does not say and the request must be looked up. */
  readonly account: Address | null;
  /** The position that it left; null where the log does not say. */
  readonly position: PositionId | null;
  /** Promised at the request, received at the claim; empty where the log does not say. Sorted by asset. */
  readonly amounts: readonly AssetAmount[];
  readonly block: BlockNumber;
  readonly blockHash: Hash32;
  readonly transactionHash: Hash32;
  readonly logIndex: bigint;
};
