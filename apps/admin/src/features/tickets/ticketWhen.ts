import { type BlockRef, expectedTime, stoppedText, type TicketLife } from "@ballast/core";
import { amount } from "../../format/amount.ts";
import { integer } from "../../format/integer.ts";
import type { TicketWhen } from "./ticketsView.ts";

/** When a ticket can be claimed, as far as its protocol says. */
export function ticketWhen(life: TicketLife, block: BlockRef): TicketWhen {
  const { state, claimableFrom, ahead, stoppedBy, endedAt } = life;
  if (endedAt !== null) return { kind: "ended", block: integer(endedAt) };
  if (stoppedBy.length > 0) return { kind: "stopped", because: stoppedText(stoppedBy) };
  if (state === "claimable" || state === "claim-proposed") return { kind: "now" };
  if (claimableFrom === null)
    return { kind: "no-date", ahead: ahead === null ? "" : `${amount(ahead).text}\u00a0ETH` };
  return {
    kind: "block",
    block: integer(claimableFrom),
    at: Number(expectedTime(claimableFrom, { after: block })),
  };
}
