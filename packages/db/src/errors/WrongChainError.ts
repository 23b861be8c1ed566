import type { Hash32 } from "@ballast/core";

export type ChainFacts = {
  readonly chainId: bigint;
  readonly genesisHash: Hash32;
  readonly block1Hash: Hash32;
};

/** The database holds the story of one chain and was offered another. The two are never mixed. */
export class WrongChainError extends Error {
  readonly stored: ChainFacts;
  readonly offered: ChainFacts;
  readonly field: keyof ChainFacts;

  constructor(facts: { stored: ChainFacts; offered: ChainFacts }) {
    const field = firstDifference(facts.stored, facts.offered);
    super(
      `This database belongs to chain ${describe(facts.stored)}; the chain offered is ${describe(facts.offered)} (${field} differs). ` +
        "Point the keeper at the chain of this database, or give it an empty database (for the devnet: start with --fresh).",
    );
    this.name = "WrongChainError";
    this.stored = facts.stored;
    this.offered = facts.offered;
    this.field = field;
  }
}

const describe = (chain: ChainFacts) =>
  `${chain.chainId} (genesis ${chain.genesisHash}, block 1 ${chain.block1Hash})`;

function firstDifference(stored: ChainFacts, offered: ChainFacts): keyof ChainFacts {
  if (stored.chainId !== offered.chainId) return "chainId";
  return stored.genesisHash === offered.genesisHash ? "block1Hash" : "genesisHash";
}
