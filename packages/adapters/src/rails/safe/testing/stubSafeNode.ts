import type { SourceId } from "@ballast/core";
import { encodeAbiParameters } from "viem";
import { SourceErrorObject } from "../../../chain/faults.ts";
import type { ChainSource, RpcReply } from "../../../chain/rpc.ts";

const ID = "stub" as SourceId;

/** A node on which every address has code and answers `VERSION()`: all that protocol-kit asks before it encodes. */
export function stubSafeNode(version: string): ChainSource {
  const answers: Readonly<Record<string, string>> = {
    eth_chainId: "0x7a69",
    eth_getCode: "0x60006000",
    eth_call: encodeAbiParameters([{ type: "string" }], [version]),
  };
  const counts = { requests: 0, calls: 0 };
  return {
    id: ID,
    counts: () => counts,
    async request(calls) {
      counts.requests += 1;
      counts.calls += calls.length;
      return calls.map(({ method }): RpcReply => {
        const result = answers[method];
        if (result !== undefined) return { ok: true, result };
        return {
          ok: false,
          fault: new SourceErrorObject(ID, { method, code: -32601, text: "unknown method" }),
        };
      });
    },
  };
}
