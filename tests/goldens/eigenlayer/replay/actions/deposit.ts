import { parseEventLogs, zeroAddress } from "viem";
import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { readPositions } from "../readPositions.ts";
import { stakerAt } from "../stakerAt.ts";
import { strategyAt } from "../strategyAt.ts";

/** depositIntoStrategy. */
export const deposit: Action = {
  takes: ["staker", "strategy", "amount"],
  prepare: async ({ world }, step) => {
    const args = step.object("args");
    const staker = stakerAt(world, args);
    const strategy = strategyAt(world, args);
    const before = (await readPositions(world, staker.address))[strategy.index];
    const transaction = call({
      to: world.contracts.strategies,
      abi: eigenlayerAbi.strategies,
      fn: "depositIntoStrategy",
      args: [strategy.address, strategy.token ?? zeroAddress, args.integer("amount")],
      from: staker.address,
    });
    const outputs: NonNullable<Awaited<ReturnType<Action["prepare"]>>["outputs"]> = async (logs) => {
      const [event] = parseEventLogs({
        abi: eigenlayerAbi.strategies,
        eventName: "Deposit",
        logs: [...logs],
      });
      const after = (await readPositions(world, staker.address))[strategy.index];
      return {
        sharesMinted: event?.args.shares,
        prevDepositShares: before?.depositShares,
        dsfBefore: before?.depositScalingFactor,
        dsfAfter: after?.depositScalingFactor,
        slashingFactor: before?.slashingFactor,
      };
    };
    return { transaction, outputs };
  },
};
