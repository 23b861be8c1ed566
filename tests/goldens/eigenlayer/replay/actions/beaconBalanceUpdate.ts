import type { Action } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { stakerAt } from "../stakerAt.ts";
import { createView } from "../view.ts";

/** recordBeaconChainETHBalanceUpdate, by the owner in place of a pod. */
export const beaconBalanceUpdate: Action = {
  takes: ["staker", "prevRestakedBalanceWei", "balanceDeltaWei"],
  prepare: async ({ world }, step) => {
    const args = step.object("args");
    const staker = stakerAt(world, args).address;
    const at = { abi: eigenlayerAbi.pods } as const;
    const view = createView(world.reader);
    return {
      transaction: call({
        ...at,
        to: world.contracts.pods,
        fn: "recordBeaconChainETHBalanceUpdate",
        args: [staker, args.integer("prevRestakedBalanceWei"), args.integer("balanceDeltaWei")],
      }),
      outputs: async () => ({
        beaconChainSlashingFactorAfter: await view({
          ...at,
          address: world.contracts.pods,
          functionName: "beaconChainSlashingFactor",
          args: [staker],
        }),
      }),
    };
  },
};
