import { claimRequests, completeRequest, type Database, failRequest, type RequestRow } from "@ballast/db";
import type { Devnet } from "../node/devnet.ts";
import { scenarioRequest, scenarioRequestKind } from "./scenarioRequest.ts";

const wanted = { kinds: [scenarioRequestKind], limit: 10, claimedBy: "devnet", claimMs: 60_000 };

type RunScenario = Pick<Devnet, "runScenario">;

/**
 * Runs every waiting scenario request, oldest first, and writes its answer: a sentence and the transactions, or what was
 * wrong in words.
 * @returns how many there were
 */
export async function answerRequests(db: Database, devnet: RunScenario): Promise<number> {
  const requests = await claimRequests(db, wanted);
  for (const request of requests) {
    const answer = await run(devnet, request);
    if ("error" in answer) await failRequest(db, { request, error: answer.error });
    else await completeRequest(db, { request, result: answer });
  }
  return requests.length;
}

type Answer =
  | { readonly sentence: string; readonly transactions: readonly string[] }
  | { readonly error: string };

/** A scenario that fails is the answer to whoever asked, whatever the reason; the devnet goes on. */
async function run(devnet: RunScenario, request: RequestRow): Promise<Answer> {
  try {
    const { name, parameters } = scenarioRequest(request.payload);
    return await devnet.runScenario(name, parameters);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
