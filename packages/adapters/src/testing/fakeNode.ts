import { sourceId } from "@ballast/core";
import { createSource, type SourceOptions } from "../chain/createSource.ts";
import type { ChainSource, RpcCall } from "../chain/rpc.ts";

/** Thrown by an answer to make the node reply with a JSON-RPC error object. */
export class FakeRpcError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a node answers to one call. */
export type Answer = (call: RpcCall) => unknown;

type Sent = RpcCall & { readonly id: number };

const replyTo = (answer: Answer, { id, method, params }: Sent) => {
  try {
    return { jsonrpc: "2.0", id, result: answer({ method, params }) };
  } catch (error) {
    if (!(error instanceof FakeRpcError)) throw error;
    return { jsonrpc: "2.0", id, error: { code: error.code, message: error.message } };
  }
};

/** A source whose HTTP is answered in this process; everything above HTTP is the real code. `sent` holds every array. */
export function fakeSource(
  answer: Answer,
  options: Partial<SourceOptions> = {},
): ChainSource & { readonly sent: RpcCall[][] } {
  const sent: RpcCall[][] = [];
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const calls = JSON.parse(String(init?.body)) as Sent[];
    sent.push(calls.map(({ method, params }) => ({ method, params })));
    return new Response(JSON.stringify(calls.map((call) => replyTo(answer, call))));
  };
  const defaults = {
    id: sourceId("rpc-1"),
    url: "http://node.test/",
    timeoutMs: 1000,
    fetch: fetch as typeof globalThis.fetch,
  };
  return { ...createSource({ ...defaults, ...options }), sent };
}

/** A source that is down. */
export const deadSource = (options: Partial<SourceOptions> = {}) =>
  fakeSource(() => null, {
    fetch: async () => {
      throw new TypeError("fetch failed", {
        cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
      });
    },
    ...options,
  });
