import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { signInNonces } from "../../schema/signInNonces.ts";

/** Spends a sign-in challenge. True exactly once, and only before it expires. */
export async function useSignInNonce(db: Database, nonce: string): Promise<boolean> {
  const live = and(
    eq(signInNonces.nonce, nonce),
    isNull(signInNonces.usedAt),
    sql`${signInNonces.expiresAt} > clock_timestamp()`,
  );
  const rows = await typedErrors(() =>
    db
      .update(signInNonces)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(live)
      .returning({ nonce: signInNonces.nonce }),
  );
  return rows.length > 0;
}
