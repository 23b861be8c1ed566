import type { ProposalState } from "./types.ts";

const CHAIN: readonly ProposalState[] = ["executed", "reverted", "replaced", "rejected"];
const LIVE: readonly ProposalState[] = ["posted", "partly-signed", "ready", "expired", "deleted"];

/**
 * Which states follow which. Any that is live may end as the chain says; what the chain ended comes back to life only when a
 * reorganisation takes the block back. A draft that nobody saw is posted or deleted first, unless the chain used its nonce.
 */
const NEXT: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  draft: ["posted", "deleted", "expired", ...CHAIN],
  posted: ["partly-signed", "ready", "expired", "deleted", ...CHAIN],
  // Owners or threshold may change on chain, so signatures can stop counting.
  "partly-signed": ["posted", "ready", "expired", ...CHAIN],
  ready: ["posted", "partly-signed", "expired", ...CHAIN],
  expired: ["deleted", ...CHAIN],
  deleted: [...CHAIN],
  executed: [...LIVE, "reverted", "replaced", "rejected"],
  reverted: [...LIVE, "executed", "replaced", "rejected"],
  replaced: [...LIVE, "executed", "reverted", "rejected"],
  rejected: [...LIVE, "executed", "reverted", "replaced"],
};

/** Whether a proposal may go from one state to another; staying is no move. */
export function mayMove(from: ProposalState, to: ProposalState): boolean {
  return NEXT[from].includes(to);
}
