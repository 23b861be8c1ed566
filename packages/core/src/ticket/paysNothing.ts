import type { TicketReading } from "./ticketReading.ts";

/** ether.fi can take a request back and make it valid again: what it pays meanwhile is nothing, but not for good. */
const NOT_FOR_GOOD = "invalidated";

/** Whether the ticket can be claimed and its claim would pay nothing, for good: a slash has left nothing of it. Nobody is owed anything any more. */
export const paysNothing = ({
  state,
  pays,
  stoppedBy,
}: Pick<TicketReading, "state" | "pays" | "stoppedBy">): boolean =>
  state === "claimable" && !stoppedBy.includes(NOT_FOR_GOOD) && pays.every(({ payout }) => payout === 0n);
