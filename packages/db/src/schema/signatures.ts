import { check, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { hex } from "../columns/hex.ts";
import { oneOf } from "../columns/oneOf.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { proposals } from "./proposals.ts";

const SOURCES = ["admin", "import", "service", "chain"] as const;

/** An owner's signature of a Safe transaction. Unchecked when stored: whoever counts signatures recovers them first. */
export const signatures = pgTable(
  "signatures",
  {
    safeTxHash: hash32("safe_tx_hash")
      .notNull()
      .references(() => proposals.safeTxHash),
    owner: address("owner").notNull(),
    signature: hex("signature").notNull(),
    source: text("source", { enum: SOURCES }).notNull(),
    addedAt: unixSeconds("added_at").notNull().default(databaseNow),
  },
  (table) => [
    primaryKey({ columns: [table.safeTxHash, table.owner, table.signature] }),
    check("signatures_source", oneOf(table.source, SOURCES)),
  ],
);

export type SignatureRow = typeof signatures.$inferSelect;
