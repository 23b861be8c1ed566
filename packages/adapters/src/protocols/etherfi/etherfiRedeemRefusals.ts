import type { RawAmount } from "@ballast/core";
import type { ProtocolRefusal } from "../../withdrawals/protocolRefusal.ts";
import { accessRefusals, type EtherfiAccess } from "./accessRefusals.ts";
import { amountForSharesDown } from "./maths/amountForSharesDown.ts";
import type { EtherfiTotals } from "./maths/etherfiTotals.ts";
import { RedemptionTooSmall } from "./maths/RedemptionTooSmall.ts";
import { redemption } from "./maths/redemption.ts";

/** What ether.fi looks at when weETH is redeemed at once. */
export type EtherfiRedeemFacts = EtherfiAccess & {
  readonly totals: EtherfiTotals;
  readonly exitFeeBps: bigint;
  /** wei of eETH that liquidity, low watermark and bucket let through (`totalRedeemableAmount`). */
  readonly redeemable: bigint;
  /** weETH that the account holds. */
  readonly balance: RawAmount;
};

function isTooSmall(worth: bigint, terms: Pick<EtherfiRedeemFacts, "totals" | "exitFeeBps">): boolean {
  try {
    redemption(worth, { ...terms, treasurySplitBps: 0n });
    return false;
  } catch (error) {
    if (error instanceof RedemptionTooSmall) return true;
    throw error;
  }
}

/**
 * Why ether.fi would refuse to redeem this much weETH for ether at once, empty when it would pay (etherfi-protocol/smart-contracts,
 * src/withdrawals/EtherFiRedemptionManager.sol, _redeemWeEth, canRedeem).
 */
export function etherfiRedeemRefusals(
  amount: RawAmount,
  facts: EtherfiRedeemFacts,
): readonly ProtocolRefusal[] {
  const { totals, redeemable, balance, exitFeeBps } = facts;
  const worth = amountForSharesDown(amount, totals);
  const lacking = {
    error: "InsufficientBalance",
    text: `${amount} wei of weETH are to be redeemed; the account holds ${balance}.`,
  };
  const exceeded = {
    error: "ExceededRedeemable",
    text: `${amount} wei of weETH is ${worth} wei of eETH; ${redeemable} can be redeemed now. Redeem less, or use the queue.`,
  };
  const nothing = {
    error: "InvalidAmount",
    text: "Nothing is left of this much after the fee. Redeem more.",
  };
  return [
    ...accessRefusals(facts),
    ...(amount > balance ? [lacking] : []),
    ...(worth > redeemable ? [exceeded] : []),
    ...(isTooSmall(worth, { totals, exitFeeBps }) ? [nothing] : []),
  ];
}
