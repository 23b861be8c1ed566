import { type Wad, wadDivDown } from "@ballast/core";
import { FullySlashed } from "./FullySlashed.ts";

/**
 * The deposit scaling factor after a delegation, rounded down: floor(factor ÷ operator's maximum magnitude). What the operator lost before
 * is not charged to the staker. For a strategy in which the staker has shares; without any it stays.
 * Source: eigenlayer-contracts, src/contracts/core/DelegationManager.sol, `_delegate`.
 * @throws FullySlashed when the operator has nothing left in the strategy
 */
export function scalingFactorAfterDelegatingDown(depositScalingFactor: Wad, maxMagnitude: Wad): Wad {
  if (maxMagnitude === 0n) throw new FullySlashed("delegate");
  return wadDivDown(depositScalingFactor, maxMagnitude);
}
