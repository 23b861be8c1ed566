import type { BlockNumber } from "@ballast/core";
import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { hash32 } from "../columns/hash32.ts";
import { integer } from "../columns/integer.ts";
import { sweepColumns } from "../columns/sweepColumns.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { blocks } from "./blocks.ts";

/** One figure of one block, by series (`rate:wstETH`, `market:wstETH`). Counts while its block is canonical. */
export const samples = pgTable(
  "samples",
  {
    ...sweepColumns(),
    series: text("series").notNull(),
    blockHash: hash32("block_hash")
      .notNull()
      .references(() => blocks.hash),
    blockNumber: integer("block_number").$type<BlockNumber>().notNull(),
    timestamp: unixSeconds("timestamp").notNull(),
    value: integer("value").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chainId, table.series, table.blockHash] }),
    index("samples_by_number").on(table.chainId, table.series, table.blockNumber),
    index("samples_by_block").on(table.blockHash),
  ],
);

export type SampleRow = typeof samples.$inferSelect;
