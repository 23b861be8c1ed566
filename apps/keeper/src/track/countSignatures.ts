import { checkOwnerSignature, createPinnedReader, safeTransactionHashes } from "@ballast/adapters";
import type { Address, SafeState, Snapshot } from "@ballast/core";
import { type ProposalRow, signaturesOf } from "@ballast/db";
import { accountOf, transactionOf } from "../queue/queuedTransaction.ts";
import { safeSignature } from "../queue/safeSignature.ts";
import type { Keeper } from "../service/keeper.ts";

/**
 * How many present owners have signed this very transaction. Stored signatures are nobody's word: each is checked against
 * the hash that the stored fields give, and one that does not fit counts for nothing.
 */
export async function countSignatures(
  keeper: Keeper,
  {
    row,
    snapshot,
    safe,
  }: { readonly row: ProposalRow; readonly snapshot: Snapshot; readonly safe: SafeState },
): Promise<bigint> {
  const stored = await signaturesOf(keeper.db, row.safeTxHash);
  if (stored.length === 0) return 0n;
  const account = accountOf(row);
  const hashes = safeTransactionHashes(transactionOf(row), account);
  if (hashes.safeTxHash !== row.safeTxHash) return 0n;
  const { deployment, sources } = keeper;
  const reader = createPinnedReader({
    source: sources[0],
    block: snapshot.block,
    multicall: deployment.multicall,
  });
  const owners = new Set<Address>();
  for (const signature of stored.map(safeSignature)) {
    const { verdict } = await checkOwnerSignature({ reader, account, safe, hashes, signature });
    if (verdict === "valid") owners.add(signature.owner);
  }
  return BigInt(owners.size);
}
