import { eigenlayerMaths } from "@ballast/adapters";
import { wad } from "@ballast/core";
import { type Address, isAddressEqual, zeroAddress } from "viem";
import type { Fields } from "../../form/Fields.ts";
import { StepProblem } from "../../form/StepProblem.ts";
import type { Action, Life } from "../Action.ts";
import { eigenlayerAbi } from "../abi.ts";
import { call } from "../call.ts";
import { strategyIndex } from "../labels.ts";
import { readHoldings } from "../readHoldings.ts";
import { stakerAt } from "../stakerAt.ts";
import { createView } from "../view.ts";
import type { World } from "../World.ts";

/**
 * completeQueuedWithdrawal. How a refused completion was made is not among its arguments but follows from its error: another token, no
 * tokens, another caller.
 */
export const completeQueuedWithdrawal: Action = {
  takes: ["staker", "withdrawal", "receiveAsTokens"],
  prepare: async (life, step) => {
    const { world } = life;
    const args = step.object("args");
    const staker = stakerAt(world, args);
    const withdrawal = withdrawalAt(life, { args, staker: staker.index });
    const receiveAsTokens = args.flag("receiveAsTokens");
    const reverted = step.raw("reverted");
    const before = await readHoldings(world, staker.address);
    const transaction = call({
      to: world.contracts.delegation,
      abi: eigenlayerAbi.delegation,
      fn: "completeQueuedWithdrawal",
      args: [withdrawal, tokensOf(world, { withdrawal, reverted }), receiveAsTokens],
      from: reverted === "WithdrawerNotCaller" ? world.setup.avs : staker.address,
    });
    const outputs = async () => {
      const after = await readHoldings(world, staker.address);
      const factors = await factorsOf(world, withdrawal);
      return {
        outputs: withdrawal.strategies.map((address, place) => {
          const strategy = strategyIndex(world, address);
          const [held, holds] = [before[strategy], after[strategy]];
          if (held === undefined || holds === undefined) return "a strategy that the scenario does not have";
          const common = { strategy, scaledShares: withdrawal.scaledShares[place], ...factors[place] };
          return receiveAsTokens
            ? {
                ...common,
                shares: held.shares(holds),
                totalSharesBefore: held.totalShares,
                tokenBalanceBefore: held.tokenBalance,
                tokensReceived: holds.wallet - held.wallet,
              }
            : {
                ...common,
                shares: holds.depositShares - held.depositShares,
                depositSharesAdded: holds.depositShares - held.depositShares,
                dsfBefore: held.depositScalingFactor,
                dsfAfter: holds.depositScalingFactor,
              };
        }),
      };
    };
    return { transaction, outputs };
  },
};

function withdrawalAt({ withdrawals }: Life, { args, staker }: { args: Fields; staker: number }) {
  const queued = withdrawals[staker] ?? [];
  const withdrawal = queued[args.index("withdrawal", Math.max(queued.length, 1))];
  if (withdrawal !== undefined) return withdrawal;
  const wanted = "a withdrawal that this staker queued before";
  throw new StepProblem({ field: args.place("withdrawal"), recorded: args.raw("withdrawal"), wanted });
}

function tokensOf(
  world: World,
  { withdrawal, reverted }: { withdrawal: eigenlayerMaths.Withdrawal; reverted: unknown },
): readonly Address[] {
  if (reverted === "InputArrayLengthMismatch") return [];
  return withdrawal.strategies.map((address) => {
    // No strategy is its own token.
    if (reverted === "OnlyUnderlyingToken") return address;
    return world.strategies.find((one) => isAddressEqual(one.address, address))?.token ?? zeroAddress;
  });
}

/** At the withdrawal's last slashable block; the beacon chain's factor is that of now. */
async function factorsOf(
  { reader, contracts, delays, strategies }: World,
  withdrawal: eigenlayerMaths.Withdrawal,
) {
  const view = createView(reader);
  const [magnitudes, beacon] = await Promise.all([
    view({
      address: contracts.allocations,
      abi: eigenlayerAbi.allocations,
      functionName: "getMaxMagnitudesAtBlock",
      args: [withdrawal.delegatedTo, withdrawal.strategies, withdrawal.startBlock + delays.minWithdrawal],
    }),
    view({
      address: contracts.pods,
      abi: eigenlayerAbi.pods,
      functionName: "beaconChainSlashingFactor",
      args: [withdrawal.staker],
    }),
  ]);
  return withdrawal.strategies.map((address, place) => {
    const magnitude = wad(magnitudes[place] ?? -1n);
    const isNative = strategies.some((one) => one.token === null && isAddressEqual(one.address, address));
    const slashingFactor = eigenlayerMaths.slashingFactorDown(magnitude, isNative ? wad(beacon) : null);
    return { maxMagnitudeAtSlashableUntil: magnitude, slashingFactor };
  });
}
