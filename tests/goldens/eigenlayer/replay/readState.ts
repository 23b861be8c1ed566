import type { Address } from "viem";
import { eigenlayerAbi } from "./abi.ts";
import { operatorLabel, strategyIndex } from "./labels.ts";
import { readPositions } from "./readPositions.ts";
import { createView, type View } from "./view.ts";
import type { World, WorldStrategy } from "./World.ts";

/** All that a recording has of a moment, in its own form; blocks count from `firstBlock`. */
export async function readState(world: World, firstBlock: bigint) {
  const view = createView(world.reader);
  const { setup, strategies } = world;
  const block = (await world.reader.getBlockNumber()) - firstBlock;
  const [stakers, operators, totals] = await Promise.all([
    Promise.all(setup.stakers.map((staker) => stakerState(world, { view, staker, firstBlock }))),
    Promise.all(
      setup.operators.map((operator) =>
        Promise.all(
          strategies.map(({ address }) => operatorState(world, { view, operator, strategy: address })),
        ),
      ),
    ),
    Promise.all(strategies.map((strategy) => strategyState(view, strategy))),
  ]);
  return { block, stakers, operators, strategies: totals };
}

type Staker = { readonly view: View; readonly staker: Address; readonly firstBlock: bigint };

async function stakerState(world: World, { view, staker, firstBlock }: Staker) {
  const at = { address: world.contracts.delegation, abi: eigenlayerAbi.delegation } as const;
  const [operator, [withdrawals, shares], perStrategy] = await Promise.all([
    view({ ...at, functionName: "delegatedTo", args: [staker] }),
    view({ ...at, functionName: "getQueuedWithdrawals", args: [staker] }),
    readPositions(world, staker),
  ]);
  const queued = withdrawals.map((withdrawal, index) => ({
    nonce: withdrawal.nonce,
    delegatedTo: operatorLabel(world, withdrawal.delegatedTo),
    startBlock: BigInt(withdrawal.startBlock) - firstBlock,
    strategies: withdrawal.strategies.map((strategy) => strategyIndex(world, strategy)),
    scaledShares: withdrawal.scaledShares,
    sharesNow: shares[index],
  }));
  return { delegatedTo: operatorLabel(world, operator), perStrategy, queued };
}

type Operator = { readonly view: View; readonly operator: Address; readonly strategy: Address };

async function operatorState({ contracts }: World, { view, operator, strategy }: Operator) {
  const allocations = { address: contracts.allocations, abi: eigenlayerAbi.allocations } as const;
  const delegation = { address: contracts.delegation, abi: eigenlayerAbi.delegation } as const;
  const args = [operator, strategy] as const;
  const [maxMagnitude, encumberedMagnitude, operatorShares, slashableSharesInQueue] = await Promise.all([
    view({ ...allocations, functionName: "getMaxMagnitude", args }),
    view({ ...allocations, functionName: "getEncumberedMagnitude", args }),
    view({ ...delegation, functionName: "operatorShares", args }),
    view({ ...delegation, functionName: "getSlashableSharesInQueue", args }),
  ]);
  return { maxMagnitude, encumberedMagnitude, operatorShares, slashableSharesInQueue };
}

async function strategyState(view: View, { address, token }: WorldStrategy) {
  if (token === null) return { totalShares: null, tokenBalance: null };
  const [totalShares, tokenBalance] = await Promise.all([
    view({ address, abi: eigenlayerAbi.strategy, functionName: "totalShares", args: [] }),
    view({ address: token, abi: eigenlayerAbi.token, functionName: "balanceOf", args: [address] }),
  ]);
  return { totalShares, tokenBalance };
}
