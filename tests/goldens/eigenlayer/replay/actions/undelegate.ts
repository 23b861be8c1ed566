import type { Address } from "viem";
import type { Fields } from "../../form/Fields.ts";
import { StepProblem } from "../../form/StepProblem.ts";
import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { prepareExit } from "../prepareExit.ts";
import { stakerAt } from "../stakerAt.ts";
import type { World } from "../World.ts";

/** undelegate, by the staker itself or by somebody else. */
export const undelegate: Action = {
  takes: ["staker", "by"],
  prepare: async (life, step) => {
    const args = step.object("args");
    const staker = stakerAt(life.world, args);
    const transaction = call({
      to: life.world.contracts.delegation,
      abi: eigenlayerAbi.delegation,
      fn: "undelegate",
      args: [staker.address],
      from: callerOf(life.world, { args, staker: staker.address }),
    });
    return prepareExit(life, { staker, transaction });
  },
};

/** `staker` is the one whom it is about; `staker1`, `operator0` are by place; `avs` is the service. */
function callerOf({ setup }: World, { args, staker }: { args: Fields; staker: Address }): Address {
  const by = args.text("by");
  if (by === "staker") return staker;
  if (by === "avs") return setup.avs;
  const [, kind, place] = /^(staker|operator)(\d+)$/.exec(by) ?? [];
  const account = (kind === "staker" ? setup.stakers : setup.operators)[Number(place ?? -1)];
  if (account !== undefined) return account;
  const wanted = "`staker`, `avs`, or a staker or an operator by place, such as `operator0`";
  throw new StepProblem({ field: args.place("by"), recorded: by, wanted });
}
