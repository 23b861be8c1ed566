import { amountForSharesDown } from "./amountForSharesDown.ts";
import type { EtherfiTotals } from "./etherfiTotals.ts";
import { RedemptionTooSmall } from "./RedemptionTooSmall.ts";
import { sharesForAmountDown } from "./sharesForAmountDown.ts";
import { sharesForAmountUp } from "./sharesForAmountUp.ts";

const BPS = 10_000n;

/** ether.fi's terms for redemptions into one token; RedemptionManager.tokenToRedemptionInfo(token). */
export type RedemptionTerms = {
  readonly totals: EtherfiTotals;
  readonly exitFeeBps: bigint;
  /** the treasury's part of the fee; the rest stays with all holders */
  readonly treasurySplitBps: bigint;
};

/** What an instant redemption comes to. */
export type Redemption = {
  /** wei of the token that the receiver gets, rounded down twice */
  readonly payout: bigint;
  /** shares that leave existence: the payout's, rounded up, and the holders' part of the fee */
  readonly sharesBurnt: bigint;
  /** wei of eETH that goes to the treasury */
  readonly treasuryFee: bigint;
  /** shares that this transfer moves */
  readonly treasuryShares: bigint;
};

/**
 * An instant redemption: shares = floor(amount·S/P), payout = floor(floor(shares·(10,000 − fee)/10,000)·P/S). `previewRedeemDown`
 * may say a wei more. Of weETH redeem its `amountForSharesDown`.
 * Source: etherfi-protocol/smart-contracts, src/withdrawals/EtherFiRedemptionManager.sol `_calcRedemption`, `_redeem`.
 * @param amount wei of eETH, within `redeemableDown`
 * @throws RedemptionTooSmall when nothing is left for the receiver: the contract then reverts (InvalidAmount)
 */
export function redemption(
  amount: bigint,
  { totals, exitFeeBps, treasurySplitBps }: RedemptionTerms,
): Redemption {
  const shares = sharesForAmountDown(amount, totals);
  const payout = amountForSharesDown((shares * (BPS - exitFeeBps)) / BPS, totals);
  const feeShares = shares - sharesForAmountUp(payout, totals);
  if (payout === 0n) throw new RedemptionTooSmall(amount);
  const treasuryPart = (feeShares * treasurySplitBps) / BPS;
  const treasuryFee = amountForSharesDown(treasuryPart, totals);
  return {
    payout,
    sharesBurnt: shares - treasuryPart,
    treasuryFee,
    treasuryShares: sharesForAmountDown(treasuryFee, totals),
  };
}
