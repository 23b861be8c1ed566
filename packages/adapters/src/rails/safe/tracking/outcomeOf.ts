import type { Address, Hash32 } from "@ballast/core";
import type { EventPlace } from "./safeEvent.ts";
import type { AccountFacts } from "./trackAccount.ts";

/** What became of one transaction of the Safe, by the chain alone. */
export type TransactionOutcome =
  /** Its nonce is free; `approvedBy` called `approveHash` in the range. */
  | { readonly state: "open"; readonly approvedBy: readonly Address[] }
  | { readonly state: "executed"; readonly at: EventPlace }
  /** ExecutionFailure: the nonce is used up and nothing moved. */
  | { readonly state: "reverted"; readonly at: EventPlace }
  /** Another transaction used up the nonce. */
  | { readonly state: "replaced"; readonly by: Hash32; readonly at: EventPlace }
  /** The nonce was used up before the range begins: read from an earlier block. */
  | { readonly state: "before-range" };

/** The outcome of the transaction with this hash and nonce in the facts of its account. */
export function outcomeOf(
  facts: AccountFacts,
  wanted: { readonly safeTxHash: Hash32; readonly nonce: bigint },
): TransactionOutcome {
  const { safeTxHash, nonce } = wanted;
  const own = facts.executions.find((execution) => execution.safeTxHash === safeTxHash);
  if (own !== undefined) return { state: own.success ? "executed" : "reverted", at: own.at };
  if (facts.safe.nonce <= nonce) {
    const approvals = facts.approvals.filter((approval) => approval.safeTxHash === safeTxHash);
    return { state: "open", approvedBy: [...new Set(approvals.map(({ owner }) => owner))].sort() };
  }
  const winner = facts.executions.find((execution) => execution.nonce === nonce);
  return winner === undefined
    ? { state: "before-range" }
    : { state: "replaced", by: winner.safeTxHash, at: winner.at };
}
