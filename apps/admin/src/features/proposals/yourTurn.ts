import type { ProposalState } from "@ballast/core";

export type Turn = "sign" | "execute" | "none";

type Facts = {
  readonly state: ProposalState;
  /** Owners whose signature counts, lower-case. */
  readonly signed: readonly string[];
  readonly threshold: number;
  readonly nonce: bigint;
  /** null when the Safe was not read. */
  readonly chainNonce: bigint | null;
  /** The reader, lower-case; null when not signed in or no owner. */
  readonly owner: string | null;
};

const SIGNABLE: readonly ProposalState[] = ["posted", "partly-signed", "ready"];

/** What a proposal waits for from the reader: their signature, or the execution of a complete one at the Safe's nonce. */
export function yourTurn(facts: Facts): Turn {
  const { state, signed, threshold, owner, nonce, chainNonce } = facts;
  if (owner === null || threshold === 0 || !SIGNABLE.includes(state)) return "none";
  if (signed.length >= threshold) return chainNonce === nonce ? "execute" : "none";
  return signed.includes(owner) ? "none" : "sign";
}
