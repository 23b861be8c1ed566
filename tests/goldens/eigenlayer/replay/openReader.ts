import type { EmptyChain } from "@ballast/devnet";
import { createPublicClient, custom, defineChain, type PublicClient } from "viem";

/** A reader that asks the node once for all that is read at the same moment: a state has some sixty figures. */
export async function openReader(empty: EmptyChain): Promise<PublicClient> {
  const { chain, deploy } = empty;
  const aggregator = await deploy("Aggregator");
  const local = defineChain({
    id: await chain.reader.getChainId(),
    name: "replay",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [chain.url] } },
    contracts: { multicall3: { address: aggregator } },
  });
  const request = ({ method, params = [] }: { method: string; params?: readonly unknown[] }) =>
    chain.rpc(method, ...params);
  return createPublicClient({
    chain: local,
    transport: custom({ request }, { retryCount: 0 }),
    batch: { multicall: { batchSize: 2 ** 16, wait: 0 } },
    cacheTime: 0,
  });
}
