import { type Wad, wadDivDown } from "@ballast/core";
import { FullySlashed } from "./FullySlashed.ts";

type Factors = { readonly depositScalingFactor: Wad; readonly slashingFactor: Wad };

/**
 * Deposit shares to queue so that `withdrawableShares` come out, rounded down twice: a few wei too few, and without regard to how many the
 * staker has.
 * Source: eigenlayer-contracts, src/contracts/libraries/SlashingLib.sol, `calcDepositShares`.
 * @throws FullySlashed when nothing is left to convert (the contract divides by zero)
 */
export function depositSharesForDown(
  withdrawableShares: bigint,
  { depositScalingFactor, slashingFactor }: Factors,
): bigint {
  if (slashingFactor === 0n) throw new FullySlashed("convert to deposit shares");
  return wadDivDown(wadDivDown(withdrawableShares, depositScalingFactor), slashingFactor);
}
