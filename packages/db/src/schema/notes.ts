import { bigint, index, text } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { admin } from "./admin.ts";

/** What people wrote beside a proposal, a tick, a policy or an incident. */
export const notes = admin.table(
  "notes",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    /** `proposal:<safeTxHash>`, `tick:<id>`, `policy:<id>`, `incident:<id>`. */
    subject: text("subject").notNull(),
    author: address("author").notNull(),
    text: text("text").notNull(),
    createdAt: unixSeconds("created_at").notNull().default(databaseNow),
  },
  (table) => [index("notes_by_subject").on(table.subject, table.id)],
);

export type NoteRow = typeof notes.$inferSelect;
