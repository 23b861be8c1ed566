import { text, timestamp } from "drizzle-orm/pg-core";
import { admin } from "./admin.ts";

/** Sign-in challenges: each counts once, and not after it expired. */
export const signInNonces = admin.table("sign_in_nonces", {
  nonce: text("nonce").primaryKey(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  usedAt: timestamp("used_at", { withTimezone: true }),
});

export type SignInNonceRow = typeof signInNonces.$inferSelect;
