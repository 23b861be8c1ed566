import type { WithdrawalRequest } from "./withdrawalRequest.ts";

const WAD = 10n ** 18n;

/**
 * Wei that a finalised request pays, rounded down: min(amountOfEEth, floor(shareOfEEth·rate/1e18)). Gains after the request are
 * not paid; losses until the finalisation are taken off, later ones not.
 * Source: etherfi-protocol/smart-contracts, src/withdrawals/WithdrawRequestNFT.sol `_getClaimableAmount`.
 * @param frozenRate of its finalisation; for an estimate before, `frozenRateUp` of today's totals
 */
export function claimDown({ amountOfEEth, shareOfEEth }: WithdrawalRequest, frozenRate: bigint): bigint {
  const worth = (shareOfEEth * frozenRate) / WAD;
  return worth < amountOfEEth ? worth : amountOfEEth;
}
