import type { ChainSource, RpcCall } from "./rpc.ts";

/** The source in the shape that wallets and Safe's kit ask in: one call at a time, rejecting with its SourceFault. */
export const asEip1193 = (source: ChainSource) => ({
  async request(call: RpcCall): Promise<unknown> {
    const [reply] = await source.request([call]);
    if (reply?.ok) return reply.result;
    throw reply?.fault;
  },
});
