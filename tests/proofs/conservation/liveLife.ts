import { blockNumber } from "@ballast/core";
import type { Deed } from "./deed.ts";
import { exitDeeds } from "./exitDeeds.ts";
import { openLedger } from "./openLedger.ts";
import type { LedgerChain } from "./openLedgerChain.ts";
import { problemOf } from "./problemOf.ts";
import { readStanding, type Standing } from "./readStanding.ts";

/** What a life came to: what it ended with, and what was done of what was asked, in words. */
export type Life = { readonly last: Standing; readonly done: readonly string[] };

/**
 * Lives one life and exits it to the last ticket, on a chain that is put back afterwards. After each step the adapters' reading is held against the ledger.
 *
 * @throws Error at the first step that does not add up
 */
export async function liveLife(chain: LedgerChain, deeds: readonly Deed[]): Promise<Life> {
  const snapshot = await chain.snapshot();
  try {
    const from = blockNumber(await chain.client.getBlockNumber());
    let last = await readStanding(chain, { from, previous: null });
    const ledger = openLedger(last);
    const done: string[] = [];
    for (const { says, step } of [...deeds, ...exitDeeds]) {
      const outcome = await step(chain, last);
      if (outcome === null) continue;
      done.push(says);
      const after = await readStanding(chain, { from, previous: last.books });
      ledger.record(outcome, { before: last, after });
      const problem = problemOf(after) ?? ledger.differenceFrom(after);
      if (problem !== null) throw new Error(`after ${done.join(", ")}: ${problem}`);
      last = after;
    }
    return { last, done };
  } finally {
    await chain.revert(snapshot);
  }
}
