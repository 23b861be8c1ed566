import { loadDeployment } from "@ballast/adapters";
import type { Address } from "@ballast/core";
import { createPublicClient, http, parseAbi } from "viem";

/** Written anew from the contracts, so that nothing is shared with what the keeper reads by. */
const ABI = parseAbi([
  "function getWithdrawableShares(address staker, address[] strategies) view returns (uint256[] withdrawable, uint256[] deposit)",
  "function getQueuedWithdrawals(address staker) view returns ((address staker, address delegatedTo, address withdrawer, uint256 nonce, uint32 startBlock, address[] strategies, uint256[] scaledShares)[] withdrawals, uint256[][] shares)",
  "function delegatedTo(address staker) view returns (address)",
  "function sharesToUnderlyingView(uint256 shares) view returns (uint256)",
  "function balanceOf(address) view returns (uint256)",
]);

const { venues, assets } = loadDeployment("devnet");
const eigenlayer = Object.entries(venues).find(([id]) => id === "eigenlayer")?.[1] ?? {};

/** The address of one of EigenLayer's contracts on the devnet. */
export function eigenLayerAddress(name: string): Address {
  const found = eigenlayer[name];
  if (found === undefined) throw new Error(`the devnet has no ${name}`);
  return found.address;
}

/** What EigenLayer itself says of an account at the newest block, asked directly. */
export function restakedBy(rpcUrl: string, account: Address) {
  const client = createPublicClient({ transport: http(rpcUrl) });
  const delegation = { address: eigenLayerAddress("delegationManager"), abi: ABI } as const;
  const strategy = eigenLayerAddress("stETHStrategy");
  const stETH = assets.find(({ id }) => id === "stETH")?.address;
  if (stETH === undefined) throw new Error("the devnet has no stETH");
  return {
    operator: () => client.readContract({ ...delegation, functionName: "delegatedTo", args: [account] }),
    /** Shares that can be withdrawn, after every slash. */
    shares: async () => {
      const args = [account, [strategy]] as const;
      const [withdrawable] = await client.readContract({
        ...delegation,
        functionName: "getWithdrawableShares",
        args,
      });
      return withdrawable[0] ?? 0n;
    },
    queued: async () => {
      const args = [account] as const;
      const [withdrawals, shares] = await client.readContract({
        ...delegation,
        functionName: "getQueuedWithdrawals",
        args,
      });
      return withdrawals.map((withdrawal, index) => ({ withdrawal, shares: shares[index]?.[0] ?? 0n }));
    },
    /** stETH that shares are worth now. */
    tokens: (shares: bigint) =>
      client.readContract({
        address: strategy,
        abi: ABI,
        functionName: "sharesToUnderlyingView",
        args: [shares],
      }),
    stETH: () =>
      client.readContract({ address: stETH, abi: ABI, functionName: "balanceOf", args: [account] }),
    blockNumber: () => client.getBlockNumber({ cacheTime: 0 }),
  };
}
