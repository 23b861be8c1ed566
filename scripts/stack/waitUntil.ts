import { setTimeout as delay } from "node:timers/promises";

export type Wait = { readonly forMs: number; readonly everyMs?: number; readonly signal?: AbortSignal };

/**
 * Asks `question` until it answers something other than undefined or false, at most `forMs`
 * or until `signal` aborts; undefined when it never did.
 */
export async function waitUntil<T>(
  question: () => T | undefined | false | Promise<T | undefined | false>,
  { forMs, everyMs = 25, signal }: Wait,
): Promise<T | undefined> {
  const end = performance.now() + forMs;
  for (;;) {
    const answer = await question();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() >= end || signal?.aborted) return undefined;
    await delay(everyMs);
  }
}
