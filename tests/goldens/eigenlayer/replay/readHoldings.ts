import type { Address } from "viem";
import { eigenlayerAbi } from "./abi.ts";
import { readPositions } from "./readPositions.ts";
import { createView, type View } from "./view.ts";
import type { World, WorldStrategy } from "./World.ts";

/** What a staker and a strategy hold, around a completion. */
export type Holding = {
  readonly depositShares: bigint;
  readonly depositScalingFactor: bigint;
  /** of the strategy; null for native ether */
  readonly totalShares: bigint | null;
  readonly tokenBalance: bigint | null;
  /** the staker's own tokens, or ether */
  readonly wallet: bigint;
  /** the shares that were paid out between this holding and a later one */
  readonly shares: (later: Holding) => bigint;
};

/** By strategy, at the newest block. Gas of a staker's own transactions would blur its ether: it is counted where it is paid from. */
export async function readHoldings(world: World, staker: Address): Promise<readonly Holding[]> {
  const view = createView(world.reader);
  const [positions, held] = await Promise.all([
    readPositions(world, staker),
    Promise.all(world.strategies.map((strategy) => heldOf(world, { view, staker, strategy }))),
  ]);
  return held.map((holding, index) => ({
    ...holding,
    depositShares: positions[index]?.depositShares ?? -1n,
    depositScalingFactor: positions[index]?.depositScalingFactor ?? -1n,
  }));
}

type Where = { readonly view: View; readonly staker: Address; readonly strategy: WorldStrategy };

async function heldOf({ reader, contracts }: World, { view, staker, strategy: { address, token } }: Where) {
  if (token === null) {
    const paidFrom = await reader.getBalance({ address: contracts.pods });
    const shares = ({ wallet }: Holding) => wallet + paidFrom;
    return { totalShares: null, tokenBalance: null, wallet: -paidFrom, shares };
  }
  const balance = { address: token, abi: eigenlayerAbi.token, functionName: "balanceOf" } as const;
  const [totalShares, tokenBalance, wallet] = await Promise.all([
    view({ address, abi: eigenlayerAbi.strategy, functionName: "totalShares", args: [] }),
    view({ ...balance, args: [address] }),
    view({ ...balance, args: [staker] }),
  ]);
  return {
    totalShares,
    tokenBalance,
    wallet,
    shares: (later: Holding) => totalShares - (later.totalShares ?? 0n),
  };
}
