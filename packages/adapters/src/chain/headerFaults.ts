import type { Hash32, SourceId } from "@ballast/core";
import { SourceFault } from "./faults.ts";

/** A source gave a header whose fields do not hash to its hash: it is wrong or lying, or of an unknown fork. */
export class HeaderMismatch extends SourceFault {
  override readonly name = "HeaderMismatch";
  override readonly retry = false;
  readonly claimed: string;
  readonly computed: Hash32;

  constructor(
    source: SourceId,
    facts: { readonly number: bigint; readonly claimed: string; readonly computed: Hash32 },
  ) {
    super(
      source,
      `the header of block ${facts.number} hashes to ${facts.computed} but claims ${facts.claimed}. Do not trust this source; if the chain had a hard fork that adds header fields, update Ballast.`,
    );
    this.claimed = facts.claimed;
    this.computed = facts.computed;
  }
}

/** A source gave something that is no block header. */
export class HeaderMalformed extends SourceFault {
  override readonly name = "HeaderMalformed";
  override readonly retry = true;
  readonly field: string;

  constructor(source: SourceId, field: string) {
    super(source, `a block header without a usable ${field}. Check that its address is an Ethereum node.`);
    this.field = field;
  }
}
