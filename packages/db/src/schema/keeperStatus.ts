import type { BlockNumber } from "@ballast/core";
import { bigint, integer as int4, pgTable, text } from "drizzle-orm/pg-core";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { integer } from "../columns/integer.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";

/** What each running keeper last said of itself. */
export const keeperStatus = pgTable("keeper_status", {
  instance: text("instance").primaryKey(),
  chainId: integer("chain_id").notNull(),
  version: text("version").notNull(),
  mode: text("mode").notNull(),
  startedAt: unixSeconds("started_at").notNull(),
  lastSeenAt: unixSeconds("last_seen_at").notNull().default(databaseNow),
  lastTickId: bigint("last_tick_id", { mode: "bigint" }),
  lastTickAt: unixSeconds("last_tick_at"),
  headNumber: integer("head_number").$type<BlockNumber>(),
  headHash: hash32("head_hash"),
  headTimestamp: unixSeconds("head_timestamp"),
  headsAgreeing: int4("heads_agreeing").notNull(),
  headsTotal: int4("heads_total").notNull(),
  rssBytes: bigint("rss_bytes", { mode: "bigint" }).notNull(),
});

export type KeeperStatusRow = typeof keeperStatus.$inferSelect;
