import { setTimeout } from "node:timers/promises";

/** Looks again and again until there is an answer; fails with `what` and the given facts when there is none in time. */
export async function until<Answer>(
  look: () => Promise<Answer | undefined | null | false>,
  { what, facts = () => "" }: { readonly what: string; readonly facts?: () => string },
): Promise<Answer> {
  const patience = 90_000;
  for (let waited = 0; waited < patience; waited += 100) {
    const answer = await look();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    await setTimeout(100);
  }
  throw new Error(`waited ${patience / 1_000} s in vain for ${what}. ${facts()}`);
}
