import { setTimeout } from "node:timers/promises";
import { type Database, requestById } from "@ballast/db";
import type { Outcome } from "./outcome.ts";

const POLL_MS = 200;
const PATIENCE_MS = 120_000;

/** Waits for the answer to a request row. Without one in two minutes it says so and can be asked again. */
export async function awaitRequest(db: Database, id: bigint): Promise<Outcome> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const request = await requestById(db, id);
    if (request?.state === "done") {
      const result = request.result ?? {};
      const sentence = result.sentence ?? result.text;
      return { exitCode: 0, text: typeof sentence === "string" ? sentence : "Done.", json: { id, result } };
    }
    if (request?.state === "failed") {
      return {
        exitCode: 1,
        text: request.error ?? "It failed without a reason.",
        json: { id, error: request.error },
      };
    }
    await setTimeout(POLL_MS);
  }
  const text = `Request ${id} has no answer after ${PATIENCE_MS / 1_000} s. Is the service that answers it running? (npm start)`;
  return { exitCode: 75, text, json: { id, state: "waiting" } };
}
