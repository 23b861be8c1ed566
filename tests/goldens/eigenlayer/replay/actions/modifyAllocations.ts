import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { operatorAt } from "../operatorAt.ts";
import { strategyAt } from "../strategyAt.ts";
import { OPERATOR_SET_ID } from "../World.ts";

/** modifyAllocations of one strategy to the operator set. */
export const modifyAllocations: Action = {
  takes: ["operator", "strategy", "newMagnitude"],
  prepare: async ({ world }, step) => {
    const args = step.object("args");
    const operator = operatorAt(world, args);
    const allocation = {
      operatorSet: { avs: world.setup.avs, id: OPERATOR_SET_ID },
      strategies: [strategyAt(world, args).address],
      newMagnitudes: [args.integer("newMagnitude")],
    };
    return {
      transaction: call({
        to: world.contracts.allocations,
        abi: eigenlayerAbi.allocations,
        fn: "modifyAllocations",
        args: [operator, [allocation]],
        from: operator,
      }),
    };
  },
};
