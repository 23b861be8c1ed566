import type { SourceId } from "@ballast/core";

/** A source serves another chain than the deployment describes. Nothing may be read from it. */
export class WrongChain extends Error {
  override readonly name = "WrongChain";
  readonly source: SourceId;
  readonly field: "chainId" | "genesisHash";
  readonly expected: string;
  readonly found: string;

  constructor(
    source: SourceId,
    facts: { readonly field: "chainId" | "genesisHash"; readonly expected: string; readonly found: string },
  ) {
    super(
      `Source ${source}: ${facts.field} is ${facts.found}, the deployment says ${facts.expected}. Correct RPC_URLS, or start with the deployment of that chain (--deployment).`,
    );
    this.source = source;
    this.field = facts.field;
    this.expected = facts.expected;
    this.found = facts.found;
  }
}
