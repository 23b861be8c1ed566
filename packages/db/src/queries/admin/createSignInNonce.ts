import { sql } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { signInNonces } from "../../schema/signInNonces.ts";

/** Stores a sign-in challenge that counts once within `ttlMs`, and forgets those that ran out long ago. */
export async function createSignInNonce(
  db: Database,
  { nonce, ttlMs }: { nonce: string; ttlMs: number },
): Promise<void> {
  await typedErrors(async () => {
    await db
      .delete(signInNonces)
      .where(sql`${signInNonces.expiresAt} < clock_timestamp() - interval '1 day'`);
    const expiresAt = sql`clock_timestamp() + ${ttlMs} * interval '1 millisecond'`;
    await db.insert(signInNonces).values({ nonce, expiresAt });
  });
}
