import type { BlockNumber } from "@ballast/core";
import { sql } from "drizzle-orm";
import { boolean, index, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { hash32 } from "../columns/hash32.ts";
import { integer } from "../columns/integer.ts";
import { sweepColumns } from "../columns/sweepColumns.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";

/**
 * Every block that was pinned. Sweeps, ticks and samples point here, so marking a block not canonical withdraws all
 * that hangs on it at once; nothing is deleted.
 */
export const blocks = pgTable(
  "blocks",
  {
    ...sweepColumns(),
    hash: hash32("hash").primaryKey(),
    number: integer("number").$type<BlockNumber>().notNull(),
    parentHash: hash32("parent_hash").notNull(),
    timestamp: unixSeconds("timestamp").notNull(),
    canonical: boolean("canonical").notNull().default(true),
    final: boolean("final").notNull().default(false),
  },
  (table) => [
    uniqueIndex("blocks_one_canonical").on(table.chainId, table.number).where(sql`${table.canonical}`),
    index("blocks_by_number").on(table.chainId, table.number),
  ],
);

export type BlockRow = typeof blocks.$inferSelect;
