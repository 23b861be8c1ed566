import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { NO_APPROVAL } from "../noApproval.ts";
import { operatorAt } from "../operatorAt.ts";
import { prepareExit } from "../prepareExit.ts";
import { stakerAt } from "../stakerAt.ts";

/** redelegate: everything into the queue, and to another operator at once. */
export const redelegate: Action = {
  takes: ["staker", "newOperator"],
  prepare: async (life, step) => {
    const args = step.object("args");
    const staker = stakerAt(life.world, args);
    const transaction = call({
      to: life.world.contracts.delegation,
      abi: eigenlayerAbi.delegation,
      fn: "redelegate",
      args: [operatorAt(life.world, args, "newOperator"), ...NO_APPROVAL],
      from: staker.address,
    });
    return prepareExit(life, { staker, transaction });
  },
};
