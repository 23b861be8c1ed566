import type { SnapshotParts } from "@ballast/adapters";
import type { AccountRef, Hash32 } from "@ballast/core";
import { documentById, type Lease, type TickRow } from "@ballast/db";
import type { Keeper } from "../service/keeper.ts";
import { ProductLostError } from "./productLostError.ts";

/** One tick under way, with what its steps need to store what they make. */
export type TickWork = {
  readonly keeper: Keeper;
  readonly account: AccountRef;
  /** As it was when the tick was opened or taken up again: a step up to `tick.step` is done and is loaded, not repeated. */
  readonly tick: TickRow;
  /** Of the account's lane. */
  readonly lane: Lease;
  /** Of the chain's sweep. */
  readonly sweep: Lease;
  /** What the same sweep read for the treasury's other accounts. */
  readonly siblings: readonly SnapshotParts[];
};

/**
 * A stored product of an earlier step, decoded and hashed again.
 * @throws {ProductLostError} when the id is not set, or its document is not stored
 */
export async function loadProduct<Product>(
  { keeper, tick }: TickWork,
  { name, id }: { readonly name: string; readonly id: Hash32 | null },
): Promise<Product> {
  const document = id === null ? undefined : await documentById(keeper.db, id);
  if (document === undefined) throw new ProductLostError({ tickId: tick.id, product: name, id });
  // The document hashes to its id, so it is what this program wrote.
  return document.value as Product;
}
