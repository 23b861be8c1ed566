import type { Hash32, ProposalState } from "@ballast/core";

/** The proposal is no longer in the state that the move was decided from, or does not exist. */
export class ProposalMovedError extends Error {
  readonly safeTxHash: Hash32;
  readonly from: ProposalState;
  readonly to: ProposalState;

  constructor(facts: { safeTxHash: Hash32; from: ProposalState; to: ProposalState }) {
    super(
      `Proposal ${facts.safeTxHash} is not in state ${facts.from} any more and was not moved to ${facts.to}. Read it again and decide anew.`,
    );
    this.name = "ProposalMovedError";
    this.safeTxHash = facts.safeTxHash;
    this.from = facts.from;
    this.to = facts.to;
  }
}
