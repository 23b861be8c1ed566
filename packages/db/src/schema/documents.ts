import { pgTable, text } from "drizzle-orm/pg-core";
import { canonicalText } from "../columns/canonicalText.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";

/** Content-addressed documents, insert-only. `id` is contentId(kind, text); whoever reads one hashes it again. */
export const documents = pgTable("documents", {
  id: hash32("id").primaryKey(),
  kind: text("kind").notNull(),
  text: canonicalText("text").notNull(),
  createdAt: unixSeconds("created_at").notNull().default(databaseNow),
});

export type DocumentRow = typeof documents.$inferSelect;
