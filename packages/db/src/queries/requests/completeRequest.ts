import type { Database } from "../../client/database.ts";
import type { RequestPayload, RequestRow } from "../../schema/requests.ts";
import { answerRequest } from "./answerRequest.ts";

export type RequestResult = {
  readonly request: Pick<RequestRow, "id" | "claimedBy">;
  readonly result: RequestPayload;
};

/**
 * Answers a claimed request.
 * @throws RequestLostError
 */
export async function completeRequest(db: Database, { request, result }: RequestResult): Promise<void> {
  await answerRequest(db, { request, set: { state: "done", result } });
}
