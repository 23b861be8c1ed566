import type { BlockNumber, TicketId } from "@ballast/core";
import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { canonicalText } from "../columns/canonicalText.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { integer } from "../columns/integer.ts";
import { laneColumns } from "../columns/laneColumns.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";

/** Where each withdrawal of an account stands, as the last tick worked it out from the chain. Nothing decides from it. */
export const tickets = pgTable(
  "tickets",
  {
    ...laneColumns(),
    ticket: text("ticket").$type<TicketId>().notNull(),
    state: text("state").notNull(),
    /** The whole TicketLife. */
    life: canonicalText("life").notNull(),
    /** Block of the tick that wrote it. */
    asOfBlock: integer("as_of_block").$type<BlockNumber>().notNull(),
    firstSeenAt: unixSeconds("first_seen_at").notNull().default(databaseNow),
  },
  (table) => [
    primaryKey({ columns: [table.chainId, table.account, table.ticket] }),
    index("tickets_by_state").on(table.chainId, table.account, table.state),
  ],
);

export type TicketRow = typeof tickets.$inferSelect;
