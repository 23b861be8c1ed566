import { pgTable, primaryKey } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { hex } from "../columns/hex.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { policies } from "./policies.ts";

/** An owner's EIP-712 `PolicyApproval`, insert-only. The other fields of the message are those of the policy row. */
export const policyApprovals = pgTable(
  "policy_approvals",
  {
    policyId: hash32("policy_id")
      .notNull()
      .references(() => policies.id),
    owner: address("owner").notNull(),
    notBefore: unixSeconds("not_before").notNull(),
    signature: hex("signature").notNull(),
    addedAt: unixSeconds("added_at").notNull().default(databaseNow),
  },
  (table) => [primaryKey({ columns: [table.policyId, table.owner, table.signature] })],
);

export type PolicyApprovalRow = typeof policyApprovals.$inferSelect;
