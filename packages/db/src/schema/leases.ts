import { bigint, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";

/**
 * Who may write for a chain (`sweep:<chainId>`) or an account (`lane:<chainId>:<address>`). The epoch rises with every
 * change of hands. It is part of a unique key on purpose: that makes Postgres take the strongest row lock for a
 * takeover, so one waits for every transaction that has already shown its epoch, while a renewal waits for none.
 */
export const leases = pgTable(
  "leases",
  {
    name: text("name").primaryKey(),
    holder: text("holder"),
    epoch: bigint("epoch", { mode: "bigint" }).notNull(),
    /** By the database's clock. */
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [unique("leases_name_epoch").on(table.name, table.epoch)],
);

export type LeaseRow = typeof leases.$inferSelect;
