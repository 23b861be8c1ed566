import type { Hash32 } from "../chain/types.ts";
import type { ProposalState } from "./types.ts";

/** Valid signatures by today's owners, and how many the account asks for. */
export type SignatureCount = { readonly have: bigint; readonly threshold: bigint };

/** What can happen to a proposal. Everything about execution is read from the chain. */
export type ProposalEvent =
  | { readonly kind: "posted" }
  | ({ readonly kind: "signature-added" } & SignatureCount)
  /** The owners or the threshold changed, so the signatures count anew. */
  | ({ readonly kind: "threshold-changed" } & SignatureCount)
  /** A block's time is beyond the batch's own deadline. */
  | { readonly kind: "deadline-passed" }
  /** An execution was tried and reverted without using up the nonce. */
  | { readonly kind: "attempt-failed" }
  /** ExecutionSuccess of this very transaction. */
  | { readonly kind: "execution-success" }
  /** ExecutionFailure of this very transaction: the nonce is used up. */
  | { readonly kind: "execution-failure" }
  | { readonly kind: "nonce-consumed-by-other"; readonly safeTxHash: Hash32; readonly isRejection: boolean }
  /** Taken out of the queue; only possible while nobody has signed. */
  | { readonly kind: "deleted"; readonly have: bigint }
  /** The block that used up the nonce is no longer part of the chain. */
  | ({ readonly kind: "reorged"; readonly isExpired: boolean } & SignatureCount);

/** States that only a reorganisation of the chain can end. */
export const CHAIN_FINAL: readonly ProposalState[] = ["executed", "reverted", "replaced", "rejected"];

/** States in which nothing more is to be done. What was deleted can still be executed by somebody who kept it. */
export const TERMINAL: readonly ProposalState[] = [...CHAIN_FINAL, "deleted"];
