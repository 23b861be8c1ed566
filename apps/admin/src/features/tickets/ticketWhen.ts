import type { BlockRef, TicketLife } from "@ballast/core";
import { amount } from "../../format/amount.ts";
import { integer } from "../../format/integer.ts";
import { stoppedText } from "../../format/stoppedText.ts";
import type { TicketWhen } from "./ticketsView.ts";

/** Seconds between blocks (ethereum/consensus-specs, SECONDS_PER_SLOT). A missed slot makes it longer, so a time from it is an estimate. */
const BLOCK_SECONDS = 12n;

/** When a ticket can be claimed, as far as its protocol says. */
export function ticketWhen(life: TicketLife, block: BlockRef): TicketWhen {
  const { state, claimableFrom, ahead, stoppedBy, endedAt } = life;
  if (endedAt !== null) return { kind: "ended", block: integer(endedAt) };
  if (stoppedBy.length > 0) return { kind: "stopped", because: stoppedText(stoppedBy) };
  if (state === "claimable" || state === "claim-proposed") return { kind: "now" };
  if (claimableFrom === null)
    return { kind: "no-date", ahead: ahead === null ? "" : `${amount(ahead).text}\u00a0ETH` };
  const seconds = (claimableFrom - block.number) * BLOCK_SECONDS;
  return { kind: "block", block: integer(claimableFrom), at: Number(block.timestamp + seconds) };
}
