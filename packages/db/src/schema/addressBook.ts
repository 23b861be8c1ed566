import { primaryKey, text } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { integer } from "../columns/integer.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { admin } from "./admin.ts";

/** Names that people gave to addresses. For reading only: no check ever trusts one. */
export const addressBook = admin.table(
  "address_book",
  {
    chainId: integer("chain_id").notNull(),
    address: address("address").notNull(),
    name: text("name").notNull(),
    author: address("author").notNull(),
    createdAt: unixSeconds("created_at").notNull().default(databaseNow),
  },
  (table) => [primaryKey({ columns: [table.chainId, table.address] })],
);

export type AddressBookRow = typeof addressBook.$inferSelect;
