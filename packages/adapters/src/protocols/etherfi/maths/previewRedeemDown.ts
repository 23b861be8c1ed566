import { amountForSharesDown } from "./amountForSharesDown.ts";
import type { EtherfiTotals } from "./etherfiTotals.ts";

const BPS = 10_000n;

/**
 * What the contract's own preview says that a redemption of shares pays: amount − ceil(amount·fee/10,000). It takes the fee from the
 * amount where the redemption takes it from the shares, and so may be a wei higher than what is paid: never a minimum output.
 * Source: etherfi-protocol/smart-contracts, src/withdrawals/EtherFiRedemptionManager.sol `previewRedeem`.
 */
export function previewRedeemDown(
  shares: bigint,
  { totals, exitFeeBps }: { totals: EtherfiTotals; exitFeeBps: bigint },
): bigint {
  const amount = amountForSharesDown(shares, totals);
  return amount - (amount * exitFeeBps + BPS - 1n) / BPS;
}
