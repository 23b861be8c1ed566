import { type Wad, wadMulDown } from "@ballast/core";

/**
 * Shares that scaled shares are worth, rounded down: floor(scaledShares × slashingFactor). With today's factor it is what a queued
 * withdrawal would give now; with the factor of its last slashable block, what its completion gives. 0 completes and gives nothing.
 * Source: eigenlayer-contracts, src/contracts/libraries/SlashingLib.sol, `scaleForCompleteWithdrawal`.
 */
export function sharesForScaledDown(scaledShares: bigint, slashingFactor: Wad): bigint {
  return wadMulDown(scaledShares, slashingFactor);
}
