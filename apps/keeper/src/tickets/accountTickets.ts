import type { BlockRef, Missing } from "@ballast/core";
import type { AccountRow } from "@ballast/db";
import type { TicketStatus } from "./ticketStatus.ts";

/** The exits of one account by the newest judgement that counts. */
export type AccountTickets = {
  readonly account: AccountRow;
  /** null before the keeper has read it. */
  readonly block: BlockRef | null;
  readonly statuses: readonly TicketStatus[];
  /** What could not be read of tickets at that block. */
  readonly missing: readonly Missing[];
};
