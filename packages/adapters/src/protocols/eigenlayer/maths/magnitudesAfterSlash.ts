import { type Wad, wadMulUp } from "@ballast/core";

/** An operator's magnitudes in one strategy: what the slashing operator set has of it, and the whole. */
type Magnitudes = { readonly currentMagnitude: Wad; readonly maxMagnitude: Wad };

type Slashed = Magnitudes & { readonly slashedMagnitude: Wad };

/**
 * A slash takes ceil(currentMagnitude × wadToSlash) from the allocation and from the whole: rounded up, against the operator's stakers.
 * Source: eigenlayer-contracts, src/contracts/core/AllocationManager.sol, `_slashOperator`.
 * @param wadToSlash the part of the allocation to that operator set, above 0 and at most 1
 */
export function magnitudesAfterSlash(
  { currentMagnitude, maxMagnitude }: Magnitudes,
  wadToSlash: Wad,
): Slashed {
  const slashedMagnitude = wadMulUp(currentMagnitude, wadToSlash) as Wad;
  return {
    slashedMagnitude,
    currentMagnitude: (currentMagnitude - slashedMagnitude) as Wad,
    maxMagnitude: (maxMagnitude - slashedMagnitude) as Wad,
  };
}
