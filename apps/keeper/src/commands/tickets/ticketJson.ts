import { operatorOf } from "@ballast/core";
import type { TicketStatus } from "../../tickets/ticketStatus.ts";
import { lossText } from "./lossText.ts";

/** One exit as a program reads it. Amounts are in smallest units, times in Unix seconds. */
export function ticketJson({ life, ...status }: TicketStatus) {
  const { proposal, requestedIn, claimableAt, source, asOfBlock, isOver } = status;
  return {
    ticket: life.ticket,
    venue: life.venue,
    position: life.position,
    operator: life.position === null ? null : operatorOf(life.position),
    state: life.state,
    isOver,
    figures: life.figures.map((figures) => ({ ...figures, lossText: lossText(life, figures) })),
    requestedAt: life.requestedAt,
    requestedIn,
    claimableFrom: life.claimableFrom,
    claimableAt,
    ahead: life.ahead,
    stoppedBy: life.stoppedBy,
    proposal:
      proposal === null
        ? null
        : { safeTxHash: proposal.safeTxHash, nonce: proposal.nonce, state: proposal.state },
    endedAt: life.endedAt,
    endedIn: life.endedIn,
    claimedBy: life.claimedBy,
    asOfBlock,
    source,
  };
}
