import type { ChainSource } from "../../chain/rpc.ts";
import { BatchRefusedError } from "./errors.ts";

/** All that protocol-kit needs of a chain in order to encode. It can neither sign nor send through this. */
const READS = ["eth_chainId", "eth_call", "eth_getCode"];

type KitRequest = { readonly method: string; readonly params?: readonly unknown[] | object };

/**
 * A data source in the form protocol-kit takes. It asks for the node's accounts before every read and tries
 * again for a second where the node does not tell them, so it is told at once that there are none.
 */
export function kitProvider(source: ChainSource): { request(call: KitRequest): Promise<unknown> } {
  return {
    async request({ method, params }) {
      if (method === "eth_accounts") return [];
      if (!READS.includes(method)) {
        throw new BatchRefusedError({
          field: "protocol-kit's request",
          value: method,
          limit: READS.join(", "),
        });
      }
      const [reply] = await source.request([{ method, params: Array.isArray(params) ? params : [] }]);
      if (reply?.ok) return reply.result;
      throw reply?.fault ?? new Error(`Source ${source.id}: no reply to ${method}`);
    },
  };
}
