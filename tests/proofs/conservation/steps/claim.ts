import { claimable } from "../claimable.ts";
import { claimsOf } from "../claimsOf.ts";
import { DUST } from "../dust.ts";
import type { Step } from "../step.ts";

/** Claims some of the claimable tickets, EigenLayer's as tokens. Lido and ether.fi pay to the wei what was said. */
export const claim =
  (mask: bigint): Step =>
  async (chain, before) => {
    const tickets = claimable(before, mask);
    if (tickets.length === 0) return null;
    await chain.block(claimsOf(tickets));
    const completed = tickets.filter(({ venue }) => venue === "eigenlayer").length;
    return { down: DUST.complete * BigInt(completed) };
  };
