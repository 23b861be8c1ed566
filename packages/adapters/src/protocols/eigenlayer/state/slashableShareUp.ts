import { min, WAD_ONE, type Wad, wad, wadDivUp } from "@ballast/core";
import type { Allocation } from "../reading/allocation.ts";

/**
 * The share of an operator's stake in one strategy that operator sets may slash, rounded up: the sum of current magnitudes ÷ largest
 * magnitude. A deallocation under way counts in full until its block. 0 where nothing is left to slash.
 * Source: Layr-Labs/eigenlayer-contracts, src/contracts/core/AllocationManagerView.sol, `_getMinimumAllocatedStake`.
 */
export function slashableShareUp(slashable: readonly Allocation[], maxMagnitude: Wad): Wad {
  if (maxMagnitude === 0n) return wad(0n);
  const sum = slashable.reduce((total, { currentMagnitude }) => total + currentMagnitude, 0n);
  return min(wadDivUp(sum, maxMagnitude), WAD_ONE);
}
