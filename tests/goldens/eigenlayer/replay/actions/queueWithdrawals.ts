import { zeroAddress } from "viem";
import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { prepareExit } from "../prepareExit.ts";
import { stakerAt } from "../stakerAt.ts";

/** queueWithdrawals with one entry over all named strategies. */
export const queueWithdrawals: Action = {
  takes: ["staker", "strategies", "depositShares"],
  prepare: async (life, step) => {
    const { world } = life;
    const args = step.object("args");
    const staker = stakerAt(world, args);
    const strategies = args.indices("strategies", world.strategies.length);
    const depositShares = args.integers("depositShares");
    const entry = {
      strategies: strategies.map((index) => world.strategies[index]?.address ?? zeroAddress),
      depositShares,
      __deprecated_withdrawer: zeroAddress,
    };
    const transaction = call({
      to: world.contracts.delegation,
      abi: eigenlayerAbi.delegation,
      fn: "queueWithdrawals",
      args: [[entry]],
      from: staker.address,
    });
    const asked = (strategy: number) => depositShares[strategies.indexOf(strategy)] ?? -1n;
    return prepareExit(life, { staker, transaction, asked });
  },
};
