import type { Wad } from "@ballast/core";
import { scaledSharesDown } from "./scaledSharesDown.ts";
import { sharesForScaledDown } from "./sharesForScaledDown.ts";

type Factors = { readonly depositScalingFactor: Wad; readonly slashingFactor: Wad };

/**
 * Shares that a staker can withdraw if no more slashing comes: floor(floor(depositShares × depositScalingFactor) × slashingFactor).
 * Each product is rounded down by itself, and in this order.
 * Source: eigenlayer-contracts, src/contracts/libraries/SlashingLib.sol, `calcWithdrawable`.
 */
export function withdrawableSharesDown(
  depositShares: bigint,
  { depositScalingFactor, slashingFactor }: Factors,
): bigint {
  return sharesForScaledDown(scaledSharesDown(depositShares, depositScalingFactor), slashingFactor);
}
