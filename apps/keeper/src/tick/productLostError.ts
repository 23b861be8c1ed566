import type { Hash32 } from "@ballast/core";

/** A step's product that a tick names is not stored any more. */
export class ProductLostError extends Error {
  override readonly name = "ProductLostError";
  readonly tickId: bigint;
  readonly product: string;
  readonly id: Hash32 | null;

  constructor(facts: { readonly tickId: bigint; readonly product: string; readonly id: Hash32 | null }) {
    super(
      `Tick ${facts.tickId}: its ${facts.product} ${facts.id ?? "(no id)"} is not stored. ` +
        "Restore the documents table from a backup to replay it; a running keeper reads the next head anew.",
    );
    this.tickId = facts.tickId;
    this.product = facts.product;
    this.id = facts.id;
  }
}
