import { type Wad, wadMulDown } from "@ballast/core";

/**
 * What a withdrawal keeps of its deposit shares, rounded down: floor(depositShares × depositScalingFactor). Neither shares nor tokens:
 * slashing is applied when it completes.
 * Source: eigenlayer-contracts, src/contracts/libraries/SlashingLib.sol, `scaleForQueueWithdrawal`.
 */
export function scaledSharesDown(depositShares: bigint, depositScalingFactor: Wad): bigint {
  return wadMulDown(depositShares, depositScalingFactor);
}
