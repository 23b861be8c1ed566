import type { BlockNumber, TicketId } from "@ballast/core";
import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { canonicalText } from "../columns/canonicalText.ts";
import { hash32 } from "../columns/hash32.ts";
import { integer } from "../columns/integer.ts";
import { sweepColumns } from "../columns/sweepColumns.ts";

/**
 * What the chain's log says of tickets. Nothing here is the only copy: an empty table is filled again from the chain. A log
 * that a later scan of its block no longer found is kept, not canonical.
 */
export const ticketEvents = pgTable(
  "ticket_events",
  {
    ...sweepColumns(),
    ticket: text("ticket").$type<TicketId>().notNull(),
    /** null where the log does not say whose it is. */
    account: address("account"),
    blockNumber: integer("block_number").$type<BlockNumber>().notNull(),
    blockHash: hash32("block_hash").notNull(),
    logIndex: integer("log_index").notNull(),
    canonical: boolean("canonical").notNull().default(true),
    /** The whole TicketEvent. */
    event: canonicalText("event").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chainId, table.blockHash, table.logIndex, table.ticket] }),
    index("ticket_events_by_number").on(table.chainId, table.blockNumber),
    index("ticket_events_by_ticket").on(table.chainId, table.ticket),
  ],
);
