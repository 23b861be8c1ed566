import type { BlockNumber, Hash32, Source, TicketLife, UnixSeconds } from "@ballast/core";
import type { ProposalRow } from "@ballast/db";

/** One exit as people are told of it. null where it is not known. */
export type TicketStatus = {
  readonly life: TicketLife;
  /** The transaction that asked for it. */
  readonly requestedIn: Hash32 | null;
  /** The proposal that claims it and may still execute. */
  readonly proposal: Pick<ProposalRow, "safeTxHash" | "nonce" | "state"> | null;
  /** Estimate of the time of the block from which it can be claimed. */
  readonly claimableAt: UnixSeconds | null;
  /** Block that the figures are of. */
  readonly asOfBlock: BlockNumber;
  /** Where the figures come from; null where the newest reading does not have the ticket. */
  readonly source: Source | null;
  readonly isOver: boolean;
};
