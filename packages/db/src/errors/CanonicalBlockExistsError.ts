import type { BlockRef } from "@ballast/core";

/** Another block is stored as canonical at this number. */
export class CanonicalBlockExistsError extends Error {
  readonly block: BlockRef;

  constructor(block: BlockRef, options?: ErrorOptions) {
    super(
      `Block ${block.hash} cannot be canonical: another block is at number ${block.number} of chain ${block.chainId}. Mark the reorganisation from there first.`,
      options,
    );
    this.name = "CanonicalBlockExistsError";
    this.block = block;
  }
}
