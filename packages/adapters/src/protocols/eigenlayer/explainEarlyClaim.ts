import type { BlockNumber, TicketReading } from "@ballast/core";
import { earlyClaimText } from "./calls/earlyClaimText.ts";

/**
 * Why a claim of this ticket in this block would revert with WithdrawalDelayNotElapsed, and from which block on it passes; null when it is
 * not too early, and for tickets of protocols that do not count blocks. `block` is the one that the claim would run in: at the earliest the
 * one after the pinned block.
 */
export function explainEarlyClaim(
  { ticket, claimableFrom }: Pick<TicketReading, "ticket" | "claimableFrom">,
  block: BlockNumber,
): string | null {
  if (claimableFrom === null || block >= claimableFrom) return null;
  return `Ticket ${ticket} cannot be claimed yet: ${earlyClaimText({ claimableFrom, block })}.`;
}
