import type { QueuedTransaction } from "@ballast/adapters";
import type { AccountRef, SafeTransaction } from "@ballast/core";
import { type Database, type ProposalRow, signaturesOf } from "@ballast/db";
import { safeSignature } from "./safeSignature.ts";

/** The fields of a stored proposal that its Safe hashes. */
export function transactionOf(row: ProposalRow): SafeTransaction {
  const { to, value, data, operation, safeTxGas, baseGas, gasPrice, gasToken, refundReceiver, nonce } = row;
  return { to, value, data, operation, safeTxGas, baseGas, gasPrice, gasToken, refundReceiver, nonce };
}

export const accountOf = ({ chainId, account }: ProposalRow): AccountRef => ({
  rail: "safe",
  chainId,
  address: account,
});

/** A stored proposal as the queue port shows it; the first signature of an owner stays. */
export async function queuedTransaction(db: Database, row: ProposalRow): Promise<QueuedTransaction> {
  const rows = await signaturesOf(db, row.safeTxHash);
  const byOwner = new Map(rows.toReversed().map((signature) => [signature.owner, safeSignature(signature)]));
  return {
    account: accountOf(row),
    safeTxHash: row.safeTxHash,
    transaction: transactionOf(row),
    proposer: row.bundleSigner,
    signatures: [...byOwner.values()].toSorted((a, b) => (a.owner < b.owner ? -1 : 1)),
  };
}
