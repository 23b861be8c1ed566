import type { BlockNumber } from "@ballast/core";
import { bigint, check, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { integer } from "../columns/integer.ts";
import { oneOf } from "../columns/oneOf.ts";
import { sweepColumns } from "../columns/sweepColumns.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { blocks } from "./blocks.ts";

/** What one source said of the head when the sweep pinned its block; the number as decimal text. */
export type SweepHead = {
  readonly source: string;
  readonly state: "agrees" | "lags" | "disagrees" | "silent";
  readonly number: string | null;
  readonly hash: string | null;
  readonly detail: string;
};

const TRIGGERS = ["head", "timer", "event", "request"] as const;

/** One pinned block of one chain, read once for all accounts. */
export const sweeps = pgTable(
  "sweeps",
  {
    ...sweepColumns(),
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    blockHash: hash32("block_hash")
      .notNull()
      .references(() => blocks.hash),
    blockNumber: integer("block_number").$type<BlockNumber>().notNull(),
    trigger: text("trigger", { enum: TRIGGERS }).notNull(),
    heads: jsonb("heads").$type<readonly SweepHead[]>().notNull(),
    /** HTTP requests by source, steady-state reads only. */
    requestCounts: jsonb("request_counts").$type<Readonly<Record<string, number>>>(),
    readingsId: hash32("readings_id"),
    startedAt: unixSeconds("started_at").notNull().default(databaseNow),
    finishedAt: unixSeconds("finished_at"),
  },
  (table) => [
    check("sweeps_trigger", oneOf(table.trigger, TRIGGERS)),
    index("sweeps_by_block").on(table.blockHash),
  ],
);

export type SweepRow = typeof sweeps.$inferSelect;
