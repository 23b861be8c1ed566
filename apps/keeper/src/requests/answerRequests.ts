import { claimRequests, completeRequest, failRequest } from "@ballast/db";
import type { Keeper } from "../service/keeper.ts";
import { rejectProposal } from "./rejectProposal.ts";
import type { Answer, RequestContext } from "./requestContext.ts";

/** What the keeper answers, by kind. */
const answers: Readonly<Record<string, Answer>> = { "reject-proposal": rejectProposal };

/** Requests answered after one head at most, so that a flood of them cannot keep the next head waiting. */
const AT_ONCE = 10;
const CLAIM_MS = 60_000;

/** Answers what people asked for through the admin. A request that cannot be met is answered with why. */
export async function answerRequests(keeper: Keeper, context: RequestContext): Promise<void> {
  const { db, instance: claimedBy } = keeper;
  const requests = await claimRequests(db, {
    kinds: Object.keys(answers),
    limit: AT_ONCE,
    claimedBy,
    claimMs: CLAIM_MS,
  });
  for (const request of requests) {
    const answer = answers[request.kind];
    if (answer === undefined) continue;
    try {
      await completeRequest(db, { request, result: await answer(keeper, { ...context, request }) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      keeper.log.warn({ request: request.id.toString(), kind: request.kind, message }, "request refused");
      await failRequest(db, { request, error: message });
    }
  }
}
