import type { Memory } from "./memory.ts";

/** The version floor belongs to another chain than the one the keeper was pointed at. Chains are never mixed. */
export class MemoryChainError extends Error {
  override readonly name = "MemoryChainError";
  readonly file: string;
  readonly stored: Memory["chain"];
  readonly offered: Memory["chain"];

  constructor(facts: {
    readonly file: string;
    readonly stored: Memory["chain"];
    readonly offered: Memory["chain"];
  }) {
    const { file, stored, offered } = facts;
    super(
      `The keeper's memory file ${file} belongs to chain ${stored.chainId}, genesis ${stored.genesisHash}, block 1 ${stored.firstBlockHash}; ` +
        `RPC_URLS serve chain ${offered.chainId}, genesis ${offered.genesisHash}, block 1 ${offered.firstBlockHash}. ` +
        "Point the keeper at its own chain, or give it another BALLAST_STATE_DIR and database.",
    );
    this.file = file;
    this.stored = stored;
    this.offered = offered;
  }
}
