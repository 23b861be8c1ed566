import type { Level } from "@ballast/core";
import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { integer } from "../columns/integer.ts";
import { oneOf } from "../columns/oneOf.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { ticks } from "./ticks.ts";

const LEVELS: readonly Level[] = ["ok", "notice", "warning", "critical", "unknown"];

/**
 * One tripped guard on one subject, from detection to resolution; at most one open for each rule and subject of an
 * account. Acknowledgements are events.
 */
export const incidents = pgTable(
  "incidents",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    chainId: integer("chain_id").notNull(),
    /** null when it concerns the whole chain or the keeper itself. */
    account: address("account"),
    rule: text("rule").notNull(),
    subject: text("subject").notNull(),
    level: text("level").$type<Level>().notNull(),
    /** In words, for an operator: what, value, limit, next step. */
    summary: text("summary").notNull(),
    detail: jsonb("detail").$type<Readonly<Record<string, unknown>>>(),
    openedByTick: bigint("opened_by_tick", { mode: "bigint" }).references(() => ticks.id),
    openedAt: unixSeconds("opened_at").notNull().default(databaseNow),
    lastSeenAt: unixSeconds("last_seen_at").notNull().default(databaseNow),
    resolvedAt: unixSeconds("resolved_at"),
  },
  (table) => [
    uniqueIndex("incidents_one_open")
      .on(table.chainId, sql`coalesce(${table.account}::text, '')`, table.rule, table.subject)
      .where(sql`${table.resolvedAt} IS NULL`),
    index("incidents_by_account").on(table.chainId, table.account, table.id),
    check("incidents_level", oneOf(table.level, LEVELS)),
  ],
);

export type IncidentRow = typeof incidents.$inferSelect;
