import { StepProblem } from "../../form/StepProblem.ts";
import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { strategyAt } from "../strategyAt.ts";

/** Tokens that come to a strategy without a deposit, or that it loses: rewards and losses of the token. */
export const changeBalance = (fn: "mint" | "burn"): Action => ({
  takes: ["strategy", "amount"],
  prepare: async ({ world }, step) => {
    const args = step.object("args");
    const { address, token } = strategyAt(world, args);
    if (token === null)
      throw new StepProblem({
        field: args.place("strategy"),
        recorded: args.raw("strategy"),
        wanted: "a strategy with a token, not native ether",
      });
    return {
      transaction: call({ to: token, abi: eigenlayerAbi.token, fn, args: [address, args.integer("amount")] }),
    };
  },
});
