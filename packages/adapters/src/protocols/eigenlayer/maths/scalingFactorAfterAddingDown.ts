import { type Wad, wadDivDown } from "@ballast/core";
import { FullySlashed } from "./FullySlashed.ts";
import { withdrawableSharesDown } from "./withdrawableSharesDown.ts";

/** A staker's shares of one strategy, and what comes: a deposit, or a withdrawal completed as shares. */
type Addition = {
  readonly previousDepositShares: bigint;
  readonly addedShares: bigint;
  readonly depositScalingFactor: Wad;
  readonly slashingFactor: Wad;
};

/**
 * The deposit scaling factor after shares were added, each division rounded down. The first shares take on the losses that the operator had
 * before: floor(factor ÷ slashingFactor). Later ones average: floor(floor((worth + added) ÷ (previous + added)) ÷ slashingFactor).
 * Source: eigenlayer-contracts, src/contracts/libraries/SlashingLib.sol, `update`; DelegationManager.sol, `_increaseDelegation`.
 * @throws FullySlashed when the slashing factor is 0
 */
export function scalingFactorAfterAddingDown(addition: Addition): Wad {
  const { previousDepositShares, addedShares, depositScalingFactor, slashingFactor } = addition;
  if (slashingFactor === 0n) throw new FullySlashed("add shares");
  if (addedShares === 0n) return depositScalingFactor;
  if (previousDepositShares === 0n) return wadDivDown(depositScalingFactor, slashingFactor);
  const worth = withdrawableSharesDown(previousDepositShares, { depositScalingFactor, slashingFactor });
  return wadDivDown(wadDivDown(worth + addedShares, previousDepositShares + addedShares), slashingFactor);
}
