import { sql } from "drizzle-orm";
import { boolean, check, pgTable } from "drizzle-orm/pg-core";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { integer } from "../columns/integer.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";

/** The one chain that this database belongs to. At most one row; block 1 tells two runs of one genesis apart. */
export const chainIdentity = pgTable(
  "chain_identity",
  {
    only: boolean("only").primaryKey().default(true),
    chainId: integer("chain_id").notNull(),
    genesisHash: hash32("genesis_hash").notNull(),
    block1Hash: hash32("block1_hash").notNull(),
    claimedAt: unixSeconds("claimed_at").notNull().default(databaseNow),
  },
  (table) => [check("chain_identity_only_one", sql`${table.only}`)],
);

export type ChainIdentityRow = typeof chainIdentity.$inferSelect;
