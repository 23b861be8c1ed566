import type { TicketId } from "@ballast/core";
import { venue } from "./venue.ts";

const LONGEST = 12;

/** A ticket as people say it: `Lido ticket 17`; of a withdrawal root the first digits: `EigenLayer ticket 0x12ab34cd…`. */
export function ticketName(ticket: TicketId): string {
  const colon = ticket.indexOf(":");
  const number = ticket.slice(colon + 1);
  const shown = number.length > LONGEST ? `${number.slice(0, 10)}…` : number;
  return `${venue(ticket.slice(0, colon)).name} ticket ${shown}`;
}
