import type { eigenlayerMaths } from "@ballast/adapters";
import { type Address, isAddressEqual, type Log, parseEventLogs } from "viem";
import type { Life } from "./Action.ts";
import { eigenlayerAbi } from "./abi.ts";
import { operatorLabel, strategyIndex } from "./labels.ts";
import type { Position } from "./readPositions.ts";

type Before = {
  readonly staker: number;
  /** the staker's positions just before, by strategy */
  readonly positions: readonly Position[];
  /** what was asked for, by strategy; all of it when the staker left */
  readonly asked: (strategy: number) => bigint;
};

/** The withdrawals that a step queued, as the recording tells them. They are remembered for their completion. */
export function queuedOf(life: Life, logs: readonly Log[], before: Before) {
  const events = parseEventLogs({
    abi: eigenlayerAbi.delegation,
    eventName: "SlashingWithdrawalQueued",
    logs: [...logs],
  });
  return events.map(({ args: { withdrawal, sharesToWithdraw } }) => {
    const list = life.withdrawals[before.staker] ?? [];
    list.push(withdrawal);
    return {
      withdrawalIndex: list.length - 1,
      withdrawal: told(life, withdrawal),
      items: withdrawal.strategies.map((address, at) => {
        const strategy = strategyIndex(life.world, address);
        const position = before.positions[strategy];
        return {
          strategy,
          depositSharesToWithdraw: before.asked(strategy),
          depositScalingFactor: position?.depositScalingFactor,
          slashingFactor: position?.slashingFactor,
          scaledShares: withdrawal.scaledShares[at],
          sharesToWithdrawEvent: sharesToWithdraw[at],
        };
      }),
    };
  });
}

function told({ world, firstBlock }: Life, withdrawal: eigenlayerMaths.Withdrawal) {
  const { stakers } = world.setup;
  const staker = (account: Address) => `staker${stakers.findIndex((one) => isAddressEqual(one, account))}`;
  return {
    staker: staker(withdrawal.staker),
    delegatedTo: operatorLabel(world, withdrawal.delegatedTo),
    withdrawer: staker(withdrawal.withdrawer),
    nonce: withdrawal.nonce,
    startBlock: BigInt(withdrawal.startBlock) - firstBlock,
    strategies: withdrawal.strategies.map((strategy) => `strategy${strategyIndex(world, strategy)}`),
    scaledShares: withdrawal.scaledShares,
  };
}
