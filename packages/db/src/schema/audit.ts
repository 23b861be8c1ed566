import { sql } from "drizzle-orm";
import { bigint, check, pgTable, text } from "drizzle-orm/pg-core";
import { canonicalText } from "../columns/canonicalText.ts";
import { hash32 } from "../columns/hash32.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";

/**
 * Hash-chained log, insert-only for everybody. A writer gives actor, kind and payload; the trigger `audit_chain` fills
 * in the rest whatever was given, and locks the head, so that nobody can skip or fork the chain.
 *
 * `hash` = sha256( utf8("ballast/v1/audit\n") || canonical({actor, at, kind, payload, previous, role, seq}) ), where
 * `payload` is the record whose canonical text is stored. Actor, role and kind are limited to characters that JSON does not
 * escape, so that the database can write this encoding itself.
 */
export const audit = pgTable(
  "audit",
  {
    seq: bigint("seq", { mode: "bigint" }).primaryKey(),
    at: unixSeconds("at").notNull(),
    /** Database role of the session that wrote it. */
    role: text("role").notNull(),
    actor: text("actor").notNull(),
    kind: text("kind").notNull(),
    payload: canonicalText("payload").notNull(),
    /** Hash of the entry before; 32 zero bytes for the first. */
    previous: hash32("previous").notNull(),
    hash: hash32("hash").notNull(),
  },
  (table) => [
    check("audit_actor", sql`${table.actor} ~ '^[A-Za-z0-9 :._@/-]{1,200}$'`),
    check("audit_kind", sql`${table.kind} ~ '^[a-z][a-z0-9.-]{0,99}$'`),
  ],
);

export type AuditRow = typeof audit.$inferSelect;
