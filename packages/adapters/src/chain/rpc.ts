import type { SourceId } from "@ballast/core";
import type { SourceFault } from "./faults.ts";

/** One JSON-RPC call. */
export type RpcCall = { readonly method: string; readonly params: readonly unknown[] };

/** What one call of an array came to. `fault` names its source and says whether trying again may help. */
export type RpcReply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly fault: SourceFault };

/** What a source has been asked so far. A JSON-RPC array is one request. */
export type SourceCounts = { readonly requests: number; readonly calls: number };

/** A provider of chain data. Its address may hold a key and is never shown: it is known by its id alone. */
export interface ChainSource {
  readonly id: SourceId;
  /**
   * Sends the calls in one HTTP request (several when there are more than the provider takes at once) and gives
   * the replies in the order of the calls. Never throws for a fault of the source.
   */
  request(calls: readonly RpcCall[]): Promise<readonly RpcReply[]>;
  counts(): SourceCounts;
}
