import { type Wad, wadDivDown } from "@ballast/core";

/**
 * The part of the operator's whole stake that a slash took, rounded down, as OperatorSlashed tells it: the loss that a staker bears.
 * Source: eigenlayer-contracts, src/contracts/core/AllocationManager.sol, `_slashOperator`.
 * @param slashedMagnitude 0 when nothing was allocated
 * @throws UnitError when there was no magnitude before
 */
export function wadSlashedDown(slashedMagnitude: Wad, maxMagnitudeBefore: Wad): Wad {
  return wadDivDown(slashedMagnitude, maxMagnitudeBefore);
}
