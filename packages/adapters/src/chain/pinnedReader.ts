import type { Address, BlockRef, Hex, Missing } from "@ballast/core";
import type { RpcCall, RpcReply } from "./rpc.ts";

/** One view call at the sweep's block. `subject` names what is lost when it fails (see Missing.subject). */
export type PinnedCall = {
  readonly subject: string;
  readonly to: Address;
  readonly data: Hex;
  /** Rough gas that the call takes, for cutting a sweep into aggregates; 60,000 when absent. */
  readonly gas?: bigint;
};

export type PinnedResult =
  | { readonly ok: true; readonly data: Hex }
  /** `reverted`: what the contract reverted with, `0x` when without a reason; null when the call was not run at all. */
  | { readonly ok: false; readonly missing: Missing; readonly reverted: Hex | null };

/**
 * Reads at one pinned block hash. All calls that are asked for before the reader is flushed travel in one
 * aggregate, so an adapter asks for everything in one `read` and never sees HTTP.
 */
export interface PinnedReader {
  readonly block: BlockRef;
  /** Results in the order of the calls. Never throws for a failed call or a dead source: a fault is data. */
  read(calls: readonly PinnedCall[]): Promise<readonly PinnedResult[]>;
  /**
   * Other JSON-RPC calls (storage, code, fees) in the same HTTP request. Who asks for state pins it to the block
   * with `pinnedTo`. Never throws for a dead source.
   */
  ask(calls: readonly RpcCall[]): Promise<readonly RpcReply[]>;
}

/** The EIP-1898 block parameter of a block: by hash, and refused when it is no longer canonical. */
export const pinnedTo = (block: BlockRef) => ({ blockHash: block.hash, requireCanonical: true }) as const;
