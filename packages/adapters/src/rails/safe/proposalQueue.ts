import type { AccountRef, Address, Hash32, SafeTransaction } from "@ballast/core";
import type { SafeSignature } from "./signatures/safeSignature.ts";

/** A transaction that waits for signatures, wherever it waits. */
export type QueuedTransaction = {
  readonly account: AccountRef;
  readonly safeTxHash: Hash32;
  readonly transaction: SafeTransaction;
  /** Who put it there; null when that is not proven. Never a reason to trust it. */
  readonly proposer: Address | null;
  /** Sorted by owner; the first signature of an owner stays. */
  readonly signatures: readonly SafeSignature[];
};

/**
 * Where proposals live: our own tables, or a Safe Transaction Service. What it returns is somebody's word: hashes are
 * computed again, signatures checked again, and the chain says what was executed.
 */
export interface ProposalQueue {
  /** Idempotent by safeTxHash: a second call for the same transaction changes nothing. */
  propose(proposal: Omit<QueuedTransaction, "signatures">): Promise<"added" | "already-there">;
  /** Everything of the account from this nonce on, ours and others', by nonce and then safeTxHash. */
  list(account: AccountRef, fromNonce: bigint): Promise<readonly QueuedTransaction[]>;
  find(safeTxHash: Hash32): Promise<QueuedTransaction | null>;
  /** Idempotent by owner. Refuses an unknown safeTxHash. */
  addSignature(safeTxHash: Hash32, signature: SafeSignature): Promise<void>;
  /** Only while nobody has signed: a signature stays valid on chain whatever is deleted here. */
  delete(safeTxHash: Hash32): Promise<"deleted" | "signed" | "unknown">;
}
