import type { SnapshotParts, Sweep } from "@ballast/adapters";
import type { Address, BlockRef } from "@ballast/core";
import {
  type CanonicalDocument,
  canonicalDocument,
  type Database,
  documentById,
  type SweepRow,
} from "@ballast/db";
import { ReadingsLostError } from "./readingsLostError.ts";

/** What a sweep read, for all accounts: the product of step 1. Content-addressed as kind `readings`. */
export type Readings = {
  readonly schema: "ballast/readings/1";
  readonly block: BlockRef;
  readonly accounts: readonly SnapshotParts[];
};

/** The document of a sweep. */
export function readingsDocument(sweep: Sweep): CanonicalDocument {
  const readings: Readings = {
    schema: "ballast/readings/1",
    block: sweep.chain.block,
    accounts: sweep.perAccount,
  };
  return canonicalDocument("readings", readings);
}

/** What a stored sweep read: for the account asked for, and for all of them. */
export type StoredParts = { readonly parts: SnapshotParts; readonly all: readonly SnapshotParts[] };

/**
 * What a stored sweep read for one account, and beside it for the others.
 * @throws {ReadingsLostError} when it is not stored, or the sweep did not read the account
 * @throws {DocumentCorruptError} when the stored text is not what its id says
 */
export async function storedParts(
  db: Database,
  { sweep, account }: { readonly sweep: SweepRow; readonly account: Address },
): Promise<StoredParts> {
  const document = sweep.readingsId === null ? undefined : await documentById(db, sweep.readingsId);
  const all = (document?.value as Readings | undefined)?.accounts ?? [];
  const parts = all.find((each) => each.account.address === account);
  if (parts === undefined) throw new ReadingsLostError({ sweepId: sweep.id, account });
  return { parts, all };
}
