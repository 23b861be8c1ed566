import { check, text } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { oneOf } from "../columns/oneOf.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { admin } from "./admin.ts";

export type UserRole = "viewer" | "operator" | "policy-author";

const ROLES: readonly UserRole[] = ["viewer", "operator", "policy-author"];

/** People who signed in, with the role of the allow-list. Being an owner is not a role: that is read from the chain. */
export const users = admin.table(
  "users",
  {
    address: address("address").primaryKey(),
    role: text("role").$type<UserRole>().notNull(),
    name: text("name").notNull().default(""),
    createdAt: unixSeconds("created_at").notNull().default(databaseNow),
    lastSignInAt: unixSeconds("last_sign_in_at"),
  },
  (table) => [check("users_role", oneOf(table.role, ROLES))],
);

export type UserRow = typeof users.$inferSelect;
