import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { NO_APPROVAL } from "../noApproval.ts";
import { operatorAt } from "../operatorAt.ts";
import { stakerAt } from "../stakerAt.ts";

/** delegateTo an operator without approver. */
export const delegateTo: Action = {
  takes: ["staker", "operator"],
  prepare: async ({ world }, step) => {
    const args = step.object("args");
    return {
      transaction: call({
        to: world.contracts.delegation,
        abi: eigenlayerAbi.delegation,
        fn: "delegateTo",
        args: [operatorAt(world, args), ...NO_APPROVAL],
        from: stakerAt(world, args).address,
      }),
    };
  },
};
