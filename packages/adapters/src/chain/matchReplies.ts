import type { SourceId } from "@ballast/core";
import { SourceErrorObject, SourceWrongReply } from "./faults.ts";
import { redactSecrets } from "./redactSecrets.ts";
import type { RpcCall, RpcReply } from "./rpc.ts";

type Asked = { readonly source: SourceId; readonly url: string; readonly calls: readonly RpcCall[] };
type Entry = { readonly id?: unknown; readonly result?: unknown; readonly error?: unknown };

const isEntry = (value: unknown): value is Entry => typeof value === "object" && value !== null;

function replyOf(entry: Entry, { source, url, method }: Omit<Asked, "calls"> & { method: string }): RpcReply {
  const { error } = entry;
  if (typeof error === "object" && error !== null && "code" in error && "message" in error) {
    const text = redactSecrets(String(error.message), url);
    return { ok: false, fault: new SourceErrorObject(source, { method, code: Number(error.code), text }) };
  }
  if (entry.result !== undefined) return { ok: true, result: entry.result };
  return { ok: false, fault: new SourceWrongReply(source, `${method} was answered without result or error`) };
}

/**
 * Gives every call of a JSON-RPC array its reply, by id: providers may answer in any order. The id of a call is its
 * place in `calls`. One error object instead of an array is the answer to every call.
 */
export function matchReplies(body: unknown, asked: Asked): RpcReply[] {
  const { source, url, calls } = asked;
  if (isEntry(body) && "error" in body)
    return calls.map(({ method }) => replyOf(body, { source, url, method }));
  const entries = Array.isArray(body) ? body.filter(isEntry) : [];
  return calls.map(({ method }, id) => {
    const own = entries.filter((entry) => entry.id === id);
    const [entry] = own;
    if (entry !== undefined && own.length === 1) return replyOf(entry, { source, url, method });
    const problem = `${method} got ${own.length} replies with its id instead of one`;
    return { ok: false, fault: new SourceWrongReply(source, problem) };
  });
}
