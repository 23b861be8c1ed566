import { etherfiPausableAbi, pausableBitsAbi, stEthAbi, withdrawalQueueAbi } from "../abis.ts";
import type { Chain } from "../chain/chain.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { venueCall } from "./venueCall.ts";

const {
  strategyManager,
  delegationManager,
  stETHStrategy,
  liquidityPool,
  weETH,
  redemptionManager,
  withdrawalQueue,
  stETH,
} = operatorAddresses;

/** The calls that end every pause that is in force. */
export async function unpauseAll({ reader }: Chain): Promise<DevnetTransaction[]> {
  const bitmaps = [strategyManager, delegationManager, stETHStrategy].map(async (to) => {
    const paused = await reader.readContract({ address: to, abi: pausableBitsAbi, functionName: "paused" });
    const call = { what: "unpause", to, abi: pausableBitsAbi, functionName: "unpause", args: [0n] };
    return paused === 0n ? [] : [venueCall(call)];
  });
  const switches = [liquidityPool, weETH, redemptionManager].map(async (to) => {
    const paused = await reader.readContract({
      address: to,
      abi: etherfiPausableAbi,
      functionName: "paused",
    });
    const call = { what: "unpause", to, abi: etherfiPausableAbi, functionName: "unpause" };
    return paused ? [venueCall(call)] : [];
  });
  const queue = { address: withdrawalQueue, abi: withdrawalQueueAbi } as const;
  const isPaused = await reader.readContract({ ...queue, functionName: "isPaused" });
  const isStopped = await reader.readContract({ address: stETH, abi: stEthAbi, functionName: "isStopped" });
  return [
    ...(await Promise.all([...bitmaps, ...switches])).flat(),
    ...(isPaused
      ? [venueCall({ what: "resume", to: withdrawalQueue, abi: withdrawalQueueAbi, functionName: "resume" })]
      : []),
    ...(isStopped ? [venueCall({ what: "resume", to: stETH, abi: stEthAbi, functionName: "resume" })] : []),
  ];
}
