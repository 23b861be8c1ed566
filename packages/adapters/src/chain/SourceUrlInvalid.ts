import type { SourceId } from "@ballast/core";

/** The address of a source is not one that can be asked. The address itself is not shown: it may hold a key. */
export class SourceUrlInvalid extends Error {
  override readonly name = "SourceUrlInvalid";
  readonly source: SourceId;

  constructor(source: SourceId) {
    super(`Source ${source}: its address in RPC_URLS must be a full http:// or https:// URL.`);
    this.source = source;
  }
}
