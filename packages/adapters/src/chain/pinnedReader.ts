import type { Address, BlockRef, Hex, Missing } from "@ballast/core";

/** One view call at the sweep's block. `subject` names what is lost when it fails (see Missing.subject). */
export type PinnedCall = { readonly subject: string; readonly to: Address; readonly data: Hex };

export type PinnedResult =
  | { readonly ok: true; readonly data: Hex }
  | { readonly ok: false; readonly missing: Missing };

/**
 * Reads at one pinned block hash. All calls that are asked for before the reader is flushed travel in one
 * aggregate, so an adapter asks for everything in one `read` and never sees HTTP.
 */
export interface PinnedReader {
  readonly block: BlockRef;
  /** Results in the order of the calls. Never throws for a failed call or a dead source: a fault is data. */
  read(calls: readonly PinnedCall[]): Promise<readonly PinnedResult[]>;
}
