import type { Connection } from "@ballast/db";
import { createBlockClock } from "../node/blockClock.ts";
import type { Devnet } from "../node/devnet.ts";
import { createSerial } from "../node/serial.ts";
import { answerRequests } from "./answerRequests.ts";

const pollSeconds = 5;

/**
 * Answers scenario requests as they come: at once when the database tells of one, and every few seconds in case that was
 * missed. A failure (the database is away) is told and tried again.
 * @returns ends it
 */
export async function serveRequests(
  { db, listen }: Connection,
  { devnet, onError }: { devnet: Pick<Devnet, "runScenario">; onError: (error: unknown) => void },
): Promise<() => Promise<void>> {
  const serial = createSerial();
  const answer = () => serial(async () => void (await answerRequests(db, devnet)));
  const unlisten = await listen((change) => {
    if (change.kind === "reconnected" || change.table === "requests") answer().catch(onError);
  });
  const poll = createBlockClock({ seconds: pollSeconds, work: answer, onError });
  poll.resume();
  return async () => {
    await unlisten();
    await poll.pause();
    await serial(async () => undefined);
  };
}
