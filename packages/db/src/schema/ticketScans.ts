import type { BlockNumber } from "@ballast/core";
import { pgTable, primaryKey } from "drizzle-orm/pg-core";
import { integer } from "../columns/integer.ts";
import { sweepColumns } from "../columns/sweepColumns.ts";

/** Up to which block a chain's logs have been read for tickets. Without a row they are read anew. */
export const ticketScans = pgTable(
  "ticket_scans",
  { ...sweepColumns(), scannedTo: integer("scanned_to").$type<BlockNumber>().notNull() },
  (table) => [primaryKey({ columns: [table.chainId] })],
);
