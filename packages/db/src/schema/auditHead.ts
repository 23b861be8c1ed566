import { sql } from "drizzle-orm";
import { bigint, boolean, check, pgTable } from "drizzle-orm/pg-core";
import { hash32 } from "../columns/hash32.ts";

/** The newest entry of the audit log: its lock puts writers in a row, its hash is what goes out signed. */
export const auditHead = pgTable(
  "audit_head",
  {
    only: boolean("only").primaryKey().default(true),
    seq: bigint("seq", { mode: "bigint" }).notNull(),
    hash: hash32("hash").notNull(),
  },
  (table) => [check("audit_head_only_one", sql`${table.only}`)],
);

export type AuditHeadRow = typeof auditHead.$inferSelect;
