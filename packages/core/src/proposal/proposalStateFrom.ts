import type { Hash32 } from "../chain/types.ts";
import type { UnixSeconds } from "../units/brands.ts";
import type { SignatureCount } from "./events.ts";
import { stateBySignatures } from "./nextProposalState.ts";
import type { ProposalState } from "./types.ts";

/** The transaction that used up a nonce, as the account's own events on chain tell it. */
export type NonceConsumer = {
  readonly safeTxHash: Hash32;
  readonly succeeded: boolean;
  /** An empty transaction of the account to itself. */
  readonly isRejection: boolean;
};

/** All that decides the state of one proposal at one block. */
export type ProposalFacts = SignatureCount & {
  readonly safeTxHash: Hash32;
  readonly nonce: bigint;
  /** Whether a queue has it. */
  readonly isPosted: boolean;
  readonly isDeleted: boolean;
  /** The batch reverts after this; null when it has no deadline. */
  readonly deadline: UnixSeconds | null;
  /** Time of the block. */
  readonly now: UnixSeconds;
  /** The account's nonce at the block: the next one to be used. */
  readonly accountNonce: bigint;
  /** Who used up this proposal's nonce; null when nobody has or when it is not known. */
  readonly consumer: NonceConsumer | null;
};

export type ProposalStanding =
  | { readonly ok: true; readonly state: ProposalState }
  /** The nonce is used up and the account's events do not yet say by what. Nothing may be concluded. */
  | { readonly ok: false; readonly missing: "nonce-consumer" };

/**
 * The state of a proposal from facts alone, for start-up, repair and after a reorganisation: the chain first, then the
 * queue. A deletion counts only while nobody has signed, because a signature outlives the queue; whoever uses the nonce
 * afterwards does not change that.
 */
export function proposalStateFrom(facts: ProposalFacts): ProposalStanding {
  const { nonce, accountNonce, isPosted, have, deadline, now } = facts;
  if (accountNonce > nonce) return consumedState(facts);
  if (isGone(facts)) return { ok: true, state: "deleted" };
  // The checker contract passes a block whose time equals the deadline.
  if (deadline !== null && now > deadline) return { ok: true, state: "expired" };
  return { ok: true, state: isPosted || have > 0n ? stateBySignatures(facts) : "draft" };
}

function consumedState(facts: ProposalFacts): ProposalStanding {
  const { consumer, safeTxHash } = facts;
  if (consumer === null) return { ok: false, missing: "nonce-consumer" };
  if (consumer.safeTxHash === safeTxHash) {
    return { ok: true, state: consumer.succeeded ? "executed" : "reverted" };
  }
  if (isGone(facts)) return { ok: true, state: "deleted" };
  return { ok: true, state: consumer.isRejection ? "rejected" : "replaced" };
}

function isGone({ isDeleted, have }: ProposalFacts): boolean {
  return isDeleted && have === 0n;
}
