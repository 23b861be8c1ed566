import { bigint, text } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { admin } from "./admin.ts";

/** A rule and subject that nobody wants to hear of for a while. Always ends by itself. */
export const silences = admin.table("silences", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  rule: text("rule").notNull(),
  subject: text("subject").notNull(),
  author: address("author").notNull(),
  reason: text("reason").notNull(),
  createdAt: unixSeconds("created_at").notNull().default(databaseNow),
  expiresAt: unixSeconds("expires_at").notNull(),
});

export type SilenceRow = typeof silences.$inferSelect;
