import { type Log, parseEventLogs } from "viem";
import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { byAddress } from "../byAddress.ts";
import { call } from "../call.ts";
import { strategyIndex } from "../labels.ts";
import { operatorAt } from "../operatorAt.ts";
import { OPERATOR_SET_ID, type World } from "../World.ts";

/**
 * slashOperator by the service. Strategies must ascend by address, and ours have other addresses than the recorded ones: they are sent in
 * our order, and what comes back is told in the recorded order.
 */
export const slashOperator: Action = {
  takes: ["operator", "strategies", "wadsToSlash"],
  prepare: async ({ world }, step) => {
    const args = step.object("args");
    const strategies = args.indices("strategies", world.strategies.length);
    const wads = args.integers("wadsToSlash");
    const wadOf = (strategy: number) => wads[strategies.indexOf(strategy)] ?? 0n;
    const ours = strategies.toSorted(byAddress(world.strategies.map(({ address }) => address)));
    const isPaired = wads.length === strategies.length;
    const told = strategies.toSorted(byAddress(world.setup.strategies));
    const transaction = call({
      to: world.contracts.allocations,
      abi: eigenlayerAbi.allocations,
      fn: "slashOperator",
      args: [
        world.setup.avs,
        {
          operator: operatorAt(world, args),
          operatorSetId: OPERATOR_SET_ID,
          strategies: ours.flatMap((index) => world.strategies[index]?.address ?? []),
          wadsToSlash: isPaired ? ours.map(wadOf) : wads,
          description: "replay",
        },
      ],
      from: world.setup.avs,
    });
    return { transaction, outputs: async (logs) => slashed(world, logs, told) };
  },
};

function slashed(world: World, logs: readonly Log[], told: readonly number[]) {
  const [slash] = parseEventLogs({
    abi: eigenlayerAbi.allocations,
    eventName: "OperatorSlashed",
    logs: [...logs],
  });
  const shares = parseEventLogs({
    abi: eigenlayerAbi.delegation,
    eventName: "OperatorSharesSlashed",
    logs: [...logs],
  });
  const place = (strategy: number) =>
    slash?.args.strategies.findIndex((address) => strategyIndex(world, address) === strategy) ?? -1;
  return {
    wadSlashed: told.map((strategy) => slash?.args.wadSlashed[place(strategy)]),
    // No event where nothing was allocated.
    totalSlashedShares: told.flatMap((strategy) => {
      const event = shares.find(({ args }) => strategyIndex(world, args.strategy) === strategy);
      return event === undefined ? [] : [event.args.totalSlashedShares];
    }),
  };
}
