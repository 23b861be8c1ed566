import { check, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { integer } from "../columns/integer.ts";
import { oneOf } from "../columns/oneOf.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { treasuries } from "./treasuries.ts";

/** One multisig on one chain. What it holds and who owns it is read from the chain, never kept here. */
export const accounts = pgTable(
  "accounts",
  {
    chainId: integer("chain_id").notNull(),
    address: address("address").notNull(),
    treasuryId: text("treasury_id")
      .notNull()
      .references(() => treasuries.id),
    name: text("name").notNull(),
    rail: text("rail", { enum: ["safe"] }).notNull(),
    createdAt: unixSeconds("created_at").notNull().default(databaseNow),
  },
  (table) => [
    primaryKey({ columns: [table.chainId, table.address] }),
    check("accounts_rail", oneOf(table.rail, ["safe"])),
  ],
);

export type AccountRow = typeof accounts.$inferSelect;
