import { type Wad, wadMulDown } from "@ballast/core";

/**
 * What slashing leaves of a staker's shares: the operator's maximum magnitude, for native ether times the beacon chain slashing factor of
 * the staker, rounded down. A staker without an operator has the magnitude 1.
 * Source: eigenlayer-contracts, src/contracts/core/DelegationManager.sol, `_getSlashingFactor`.
 * @param beaconChainSlashingFactor null for tokens. When a withdrawal completes, the factor of that moment counts, not of its window's end
 */
export function slashingFactorDown(maxMagnitude: Wad, beaconChainSlashingFactor: Wad | null): Wad {
  if (beaconChainSlashingFactor === null) return maxMagnitude;
  return wadMulDown(maxMagnitude, beaconChainSlashingFactor) as Wad;
}
