import type { ChainIdentity } from "@ballast/adapters";
import type { SourceId } from "@ballast/core";

/** Two endpoints serve chains with the same id and genesis that part at block 1. */
export class SourcesDifferError extends Error {
  override readonly name = "SourcesDifferError";
  readonly source: SourceId;
  readonly expected: ChainIdentity;
  readonly found: ChainIdentity;

  constructor(facts: {
    readonly source: SourceId;
    readonly expected: ChainIdentity;
    readonly found: ChainIdentity;
  }) {
    super(
      `Source ${facts.source}: block 1 is ${facts.found.firstBlockHash ?? "not there"}, source rpc-1 has ${facts.expected.firstBlockHash ?? "none"}. ` +
        "They serve different chains; correct RPC_URLS.",
    );
    this.source = facts.source;
    this.expected = facts.expected;
    this.found = facts.found;
  }
}
