import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Database } from "../../client/database.ts";
import { databaseNow } from "../../columns/databaseNow.ts";
import { RequestLostError } from "../../errors/RequestLostError.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { type RequestRow, requests } from "../../schema/requests.ts";

type Answer = {
  readonly request: Pick<RequestRow, "id" | "claimedBy">;
  readonly set: PgUpdateSetSource<typeof requests>;
};

/**
 * Ends a running request that the caller still holds.
 * @throws RequestLostError when its claim ran out and somebody else has it, or it was answered
 */
export async function answerRequest(db: Database, { request, set }: Answer): Promise<void> {
  const held = and(
    eq(requests.id, request.id),
    eq(requests.state, "running"),
    eq(requests.claimedBy, request.claimedBy ?? ""),
  );
  const rows = await typedErrors(() =>
    db
      .update(requests)
      .set({ ...set, finishedAt: databaseNow })
      .where(held)
      .returning({ id: requests.id }),
  );
  if (rows.length === 0) throw new RequestLostError(request.id);
}
