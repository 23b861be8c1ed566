import type { SourceId } from "@ballast/core";
import { SourceErrorObject } from "../../../chain/faults.ts";
import type { ChainSource, RpcCall, RpcReply } from "../../../chain/rpc.ts";

const ID = "stub" as SourceId;

/** The node refuses the call with a JSON-RPC error. */
export const refuses = (code: number, text = "refused"): RpcReply => ({
  ok: false,
  fault: new SourceErrorObject(ID, { method: "stub", code, text }),
});
export const replies = (result: unknown): RpcReply => ({ ok: true, result });

/** A node that answers each call as told and keeps what it was asked. */
export function stubSource(answer: (call: RpcCall) => RpcReply) {
  const asked: RpcCall[] = [];
  const source: ChainSource = {
    id: ID,
    counts: () => ({ requests: 0, calls: asked.length }),
    async request(calls) {
      asked.push(...calls);
      return calls.map(answer);
    },
  };
  return { source, asked };
}
