import { eigenlayerMaths } from "@ballast/adapters";
import { type Wad, wad } from "@ballast/core";
import type { Address } from "viem";
import { eigenlayerAbi } from "./abi.ts";
import { createView, type View } from "./view.ts";
import type { World, WorldStrategy } from "./World.ts";

/** What a staker has in one strategy. Native ether has the beacon chain's factor, and nothing underlying. */
export type Position = {
  readonly depositShares: bigint;
  readonly depositScalingFactor: bigint;
  readonly maxMagnitude: bigint;
  readonly beaconChainSlashingFactor?: bigint;
  readonly slashingFactor: bigint;
  readonly withdrawableShares: bigint;
  readonly userUnderlyingView?: bigint;
  readonly withdrawableUnderlying?: bigint;
};

/** A staker's positions at the newest block, in the order of the scenario's strategies. */
export async function readPositions(world: World, staker: Address): Promise<readonly Position[]> {
  const view = createView(world.reader);
  const at = { address: world.contracts.delegation, abi: eigenlayerAbi.delegation } as const;
  const addresses = world.strategies.map(({ address }) => address);
  const [operator, [withdrawable, deposited]] = await Promise.all([
    view({ ...at, functionName: "delegatedTo", args: [staker] }),
    view({ ...at, functionName: "getWithdrawableShares", args: [staker, addresses] }),
  ]);
  return Promise.all(
    world.strategies.map(async (strategy, index) => {
      const shares = {
        depositShares: deposited[index] ?? -1n,
        withdrawableShares: withdrawable[index] ?? -1n,
      };
      const factors = await readFactors(world, { view, staker, operator, strategy });
      const underlying = await readUnderlying(view, { staker, strategy, shares: shares.withdrawableShares });
      return { ...shares, ...factors, ...underlying };
    }),
  );
}

type Where = {
  readonly view: View;
  readonly staker: Address;
  readonly operator: Address;
  readonly strategy: WorldStrategy;
};

async function readFactors({ contracts }: World, { view, staker, operator, strategy }: Where) {
  const [depositScalingFactor, maxMagnitude, beacon] = await Promise.all([
    view({
      address: contracts.delegation,
      abi: eigenlayerAbi.delegation,
      functionName: "depositScalingFactor",
      args: [staker, strategy.address],
    }),
    view({
      address: contracts.allocations,
      abi: eigenlayerAbi.allocations,
      functionName: "getMaxMagnitude",
      args: [operator, strategy.address],
    }),
    view({
      address: contracts.pods,
      abi: eigenlayerAbi.pods,
      functionName: "beaconChainSlashingFactor",
      args: [staker],
    }),
  ]);
  const isNative = strategy.token === null;
  const slashingFactor: Wad = eigenlayerMaths.slashingFactorDown(
    wad(maxMagnitude),
    isNative ? wad(beacon) : null,
  );
  const factors = { depositScalingFactor, maxMagnitude, slashingFactor };
  return isNative ? { ...factors, beaconChainSlashingFactor: beacon } : factors;
}

type Held = { readonly staker: Address; readonly strategy: WorldStrategy; readonly shares: bigint };

async function readUnderlying(view: View, { staker, strategy, shares }: Held) {
  if (strategy.token === null) return {};
  const at = { address: strategy.address, abi: eigenlayerAbi.strategy } as const;
  const [userUnderlyingView, withdrawableUnderlying] = await Promise.all([
    view({ ...at, functionName: "userUnderlyingView", args: [staker] }),
    view({ ...at, functionName: "sharesToUnderlyingView", args: [shares] }),
  ]);
  return { userUnderlyingView, withdrawableUnderlying };
}
