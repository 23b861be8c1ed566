import type { TicketEvent } from "@ballast/core";
import type { RawLog } from "../adapter.ts";

/** Where a log stands in the chain, as a ticket's event says it. */
export const ticketPlace = ({
  blockNumber: block,
  blockHash,
  transactionHash,
  logIndex,
}: RawLog): Pick<TicketEvent, "block" | "blockHash" | "transactionHash" | "logIndex"> => ({
  block,
  blockHash,
  transactionHash,
  logIndex,
});
