import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { databaseNow } from "../../columns/databaseNow.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { type RequestRow, requests } from "../../schema/requests.ts";

export type RequestsWanted = {
  readonly kinds: readonly string[];
  readonly limit: number;
  /** Who claims: keeper instance or `devnet`. */
  readonly claimedBy: string;
  /** After this a request without an answer may be claimed by somebody else. */
  readonly claimMs: number;
};

/** Claims waiting or abandoned requests, oldest first; none is given to two callers at once. */
export async function claimRequests(db: Database, wanted: RequestsWanted): Promise<RequestRow[]> {
  const abandoned = and(eq(requests.state, "running"), sql`${requests.claimExpiresAt} < clock_timestamp()`);
  const rows = await typedErrors(() =>
    db.transaction(async (transaction) => {
      const free = await transaction
        .select({ id: requests.id })
        .from(requests)
        .where(and(inArray(requests.kind, [...wanted.kinds]), or(eq(requests.state, "queued"), abandoned)))
        .orderBy(asc(requests.id))
        .limit(wanted.limit)
        .for("update", { skipLocked: true });
      if (free.length === 0) return [];
      return transaction
        .update(requests)
        .set({
          state: "running",
          claimedBy: wanted.claimedBy,
          claimExpiresAt: sql`clock_timestamp() + ${wanted.claimMs} * interval '1 millisecond'`,
          startedAt: databaseNow,
        })
        .where(
          inArray(
            requests.id,
            free.map((row) => row.id),
          ),
        )
        .returning();
    }),
  );
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
