import type { AccountRef, Address, Hash32, Hex, SafeState, SafeTransaction } from "@ballast/core";
import { numberToHex } from "viem";
import { BatchRefusedError, NonceConsumedError } from "../errors.ts";
import { executionCalldata } from "../executionCalldata.ts";
import { SAFE_SLOTS } from "../safeSlots.ts";
import { safeTransactionHashes } from "../safeTransactionHashes.ts";
import { encodeSignatures } from "../signatures/encodeSignatures.ts";
import { approvedHashSlot } from "./approvedHashSlot.ts";

/** One `execTransaction`: `data` is its calldata with approved-hash signatures. */
export type Execution = {
  readonly safeTxHash: Hash32;
  readonly transaction: SafeTransaction;
  readonly data: Hex;
};

/** What is to be run, and with which storage of the Safe changed. */
export type SimulationPlan = {
  readonly approvedBy: readonly Address[];
  readonly predecessors: readonly Execution[];
  readonly execution: Execution;
  /** Other work must execute first, or the nonce is set in state. */
  readonly conditional: boolean;
  readonly stateDiff: Readonly<Record<Hex, Hex>>;
};

export type SimulationSubject = {
  readonly account: AccountRef;
  readonly safe: SafeState;
  readonly transaction: SafeTransaction;
  /** Queued transactions before this one, by nonce; run first, with overridden approvals of their own. */
  readonly predecessors?: readonly SafeTransaction[];
  /** Owners whose approval is overridden; the first `threshold` owners unless told otherwise. */
  readonly approvedBy?: readonly Address[];
};

const ONE: Hex = numberToHex(1n, { size: 32 });

function approversOf({ safe, approvedBy }: SimulationSubject): readonly Address[] {
  const approvers = [...new Set(approvedBy ?? safe.owners.slice(0, Number(safe.threshold)))].sort();
  const strangers = approvers.filter((owner) => !safe.owners.includes(owner));
  if (strangers.length === 0 && BigInt(approvers.length) >= safe.threshold) return approvers;
  const value = strangers.length > 0 ? `${strangers.join(", ")}, no owner` : `${approvers.length} owners`;
  throw new BatchRefusedError({
    field: "approvedBy",
    value,
    limit: `at least ${safe.threshold} owners of the Safe`,
  });
}

/** Predecessors must be exactly the nonces between the Safe's and the transaction's; else the nonce is overridden. */
function fillsTheGap(predecessors: readonly Execution[], { safe, transaction }: SimulationSubject): boolean {
  const gap = transaction.nonce - safe.nonce;
  return (
    BigInt(predecessors.length) === gap &&
    predecessors.every(({ transaction: { nonce } }, place) => nonce === safe.nonce + BigInt(place))
  );
}

/**
 * How one transaction is simulated without its signatures: `approvedHashes` of real owners set in state, so that
 * the Safe's own threshold check and its guard run. The nonce is set only for queued work whose predecessors are
 * not all known.
 * @throws NonceConsumedError, BatchRefusedError when the approvers are too few or no owners
 */
export function simulationPlan(subject: SimulationSubject): SimulationPlan {
  const { account, safe, transaction, predecessors: queued = [] } = subject;
  if (transaction.nonce < safe.nonce) throw new NonceConsumedError(transaction.nonce, safe.nonce);
  const approvedBy = approversOf(subject);
  const signatures = encodeSignatures(approvedBy.map((owner) => ({ kind: "approved-hash", owner })));
  const executionOf = (one: SafeTransaction): Execution => ({
    safeTxHash: safeTransactionHashes(one, account).safeTxHash,
    transaction: one,
    data: executionCalldata(one, signatures),
  });
  const execution = executionOf(transaction);
  const all = queued.map(executionOf).sort((a, b) => (a.transaction.nonce < b.transaction.nonce ? -1 : 1));
  const gapFilled = fillsTheGap(all, subject);
  const predecessors = gapFilled ? all : [];
  const approvals = [...predecessors, execution].flatMap(({ safeTxHash }) =>
    approvedBy.map((owner): [Hex, Hex] => [approvedHashSlot(owner, safeTxHash), ONE]),
  );
  const nonceSlot = numberToHex(SAFE_SLOTS.nonce, { size: 32 });
  const nonce: readonly [Hex, Hex][] = gapFilled
    ? []
    : [[nonceSlot, numberToHex(transaction.nonce, { size: 32 })]];
  return {
    approvedBy,
    predecessors,
    execution,
    conditional: transaction.nonce > safe.nonce,
    stateDiff: Object.fromEntries([...approvals, ...nonce]),
  };
}
