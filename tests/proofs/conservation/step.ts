import type { LedgerChain } from "./openLedgerChain.ts";
import type { Standing } from "./readStanding.ts";

/** What a step should do to the account's worth beside what rates do. Fees and losses in rays; the bounds of rounding in wei. */
export type Outcome = {
  readonly fees?: bigint;
  readonly losses?: bigint;
  readonly down: bigint;
  readonly up?: bigint;
};

/** Something that the account or the world does. null: as things stand it cannot be done, and nothing was. */
export type Step = (chain: LedgerChain, before: Standing) => Promise<Outcome | null>;
