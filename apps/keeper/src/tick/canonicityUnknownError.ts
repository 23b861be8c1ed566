import type { BlockRef, Hash32 } from "@ballast/core";

/** No source says whether a block is still part of the chain, so nothing may be built on it. */
export class CanonicityUnknownError extends Error {
  override readonly name = "CanonicityUnknownError";
  readonly retry = true;
  readonly hash: Hash32;

  constructor({ number, hash }: BlockRef) {
    super(
      `Block ${number} ${hash}: no source says whether it is still part of the chain. Nothing is posted; check the endpoints in RPC_URLS.`,
    );
    this.hash = hash;
  }
}
