import type { Database } from "../../client/database.ts";
import type { RequestRow } from "../../schema/requests.ts";
import { answerRequest } from "./answerRequest.ts";

export type RequestFailure = {
  readonly request: Pick<RequestRow, "id" | "claimedBy">;
  /** In words, for the one who asked. */
  readonly error: string;
};

/**
 * Answers a claimed request with what went wrong.
 * @throws RequestLostError
 */
export async function failRequest(db: Database, { request, error }: RequestFailure): Promise<void> {
  await answerRequest(db, { request, set: { state: "failed", error } });
}
