import type { EtherfiTotals } from "./etherfiTotals.ts";

/**
 * Wei that shares of eETH are worth, rounded down: floor(shares·P/S). 0 while there are no shares. The balance of eETH that an
 * account is shown, and what weETH is worth: one weETH is one share.
 * Source: etherfi-protocol/smart-contracts, src/core/LiquidityPool.sol `amountForShare`, `getTotalEtherClaimOf`.
 */
export function amountForSharesDown(amount: bigint, { pooled, shares }: EtherfiTotals): bigint {
  return shares === 0n ? 0n : (amount * pooled) / shares;
}
