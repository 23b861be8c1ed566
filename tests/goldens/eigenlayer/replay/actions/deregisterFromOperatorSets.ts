import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { operatorAt } from "../operatorAt.ts";
import { OPERATOR_SET_ID } from "../World.ts";

/** deregisterFromOperatorSets by the operator. */
export const deregisterFromOperatorSets: Action = {
  takes: ["operator"],
  prepare: async ({ world }, step) => {
    const operator = operatorAt(world, step.object("args"));
    return {
      transaction: call({
        to: world.contracts.allocations,
        abi: eigenlayerAbi.allocations,
        fn: "deregisterFromOperatorSets",
        args: [{ operator, avs: world.setup.avs, operatorSetIds: [OPERATOR_SET_ID] }],
        from: operator,
      }),
    };
  },
};
