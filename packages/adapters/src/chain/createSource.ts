import type { SourceId } from "@ballast/core";
import { matchReplies } from "./matchReplies.ts";
import { postJson } from "./postJson.ts";
import type { ChainSource, RpcCall, RpcReply } from "./rpc.ts";
import { SourceUrlInvalid } from "./SourceUrlInvalid.ts";

/** Where a source is and how it is used. */
export type SourceOptions = {
  readonly id: SourceId;
  /** HTTP address. May hold a key: it appears in no error and no log. */
  readonly url: string;
  readonly timeoutMs: number;
  /** Most calls that the provider takes in one array. */
  readonly maxBatch?: number;
  /** Largest answer that is read, in bytes. */
  readonly maxBytes?: number;
  readonly fetch?: typeof globalThis.fetch;
};

const isHttpUrl = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/**
 * A source of chain data over HTTP JSON-RPC.
 *
 * @throws SourceUrlInvalid when the address is no HTTP URL. Everything later is a fault in the reply.
 */
export function createSource(options: SourceOptions): ChainSource {
  const {
    id,
    url,
    timeoutMs,
    maxBatch = 500,
    maxBytes = 64 * 1024 * 1024,
    fetch = globalThis.fetch,
  } = options;
  if (!isHttpUrl(url)) throw new SourceUrlInvalid(id);
  const counts = { requests: 0, calls: 0 };

  async function sendArray(calls: readonly RpcCall[]): Promise<readonly RpcReply[]> {
    counts.requests += 1;
    counts.calls += calls.length;
    const array = calls.map(({ method, params }, index) => ({ jsonrpc: "2.0", id: index, method, params }));
    const result = await postJson(JSON.stringify(array), { source: id, url, timeoutMs, maxBytes, fetch });
    if (result.ok) return matchReplies(result.body, { source: id, url, calls });
    return calls.map(() => result);
  }

  return {
    id,
    counts: () => ({ ...counts }),
    async request(calls) {
      const replies: RpcReply[] = [];
      for (let from = 0; from < calls.length; from += maxBatch) {
        replies.push(...(await sendArray(calls.slice(from, from + maxBatch))));
      }
      return replies;
    },
  };
}
