import { pgTable, text } from "drizzle-orm/pg-core";
import { databaseNow } from "../columns/databaseNow.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";

/** A set of accounts under shared caps. */
export const treasuries = pgTable("treasuries", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  createdAt: unixSeconds("created_at").notNull().default(databaseNow),
});

export type TreasuryRow = typeof treasuries.$inferSelect;
