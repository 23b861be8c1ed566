import { policiesToApprove } from "../queries/policiesToApprove.ts";
import { turnsOf } from "../queries/turns.ts";

/** What waits for the signed-in person, by the label of its screen. */
export async function loadWaiting(segment: string): Promise<Readonly<Record<string, number>>> {
  const [turns, policies] = await Promise.all([turnsOf(segment), policiesToApprove(segment)]);
  return { Proposals: turns.filter(({ turn }) => turn !== "none").length, Policies: policies.length };
}
