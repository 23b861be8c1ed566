import { sql } from "drizzle-orm";
import { bigint, boolean, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { integer } from "../columns/integer.ts";
import { laneColumns } from "../columns/laneColumns.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { ticks } from "./ticks.ts";

/** Nonces promised to a tick before it posts. Work that competes for a nonce (an emergency) may share it. */
export const nonceReservations = pgTable(
  "nonce_reservations",
  {
    ...laneColumns(),
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    tickId: bigint("tick_id", { mode: "bigint" })
      .notNull()
      .references(() => ticks.id),
    nonce: integer("nonce").notNull(),
    competes: boolean("competes").notNull().default(false),
    safeTxHash: hash32("safe_tx_hash"),
    reservedAt: unixSeconds("reserved_at").notNull().default(databaseNow),
    releasedAt: unixSeconds("released_at"),
  },
  (table) => [
    uniqueIndex("nonce_reservations_by_tick").on(table.tickId).where(sql`${table.releasedAt} IS NULL`),
    uniqueIndex("nonce_reservations_one_lane")
      .on(table.chainId, table.account, table.nonce)
      .where(sql`${table.releasedAt} IS NULL AND NOT ${table.competes}`),
  ],
);

export type NonceReservationRow = typeof nonceReservations.$inferSelect;
