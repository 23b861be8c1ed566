import { index, pgTable } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { canonicalText } from "../columns/canonicalText.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { integer } from "../columns/integer.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";

/**
 * Policy documents, insert-only. Being here puts nothing in force: only owners' approvals do, and the keeper checks
 * those, the hash of the text, and its own version floor.
 */
export const policies = pgTable(
  "policies",
  {
    /** contentId("policy", document). */
    id: hash32("id").primaryKey(),
    chainId: integer("chain_id").notNull(),
    account: address("account").notNull(),
    version: integer("version").notNull(),
    /** 32 zero bytes for a first policy. */
    previousHash: hash32("previous_hash").notNull(),
    document: canonicalText("document").notNull(),
    author: address("author").notNull(),
    createdAt: unixSeconds("created_at").notNull().default(databaseNow),
  },
  (table) => [index("policies_by_account").on(table.chainId, table.account, table.version)],
);

export type PolicyRow = typeof policies.$inferSelect;
