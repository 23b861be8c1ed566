import type { EtherfiTotals } from "./etherfiTotals.ts";

const WAD = 10n ** 18n;

/**
 * The rate that finalising a request freezes, wei of 1e18 shares, rounded up: ceil(1e18·P/S). 0 while there are no shares.
 * Source: etherfi-protocol/smart-contracts, src/core/LiquidityPool.sol `amountPerShareCeil`, WithdrawRequestNFT.sol
 * `finalizeRequests`.
 */
export function frozenRateUp({ pooled, shares }: EtherfiTotals): bigint {
  return shares === 0n ? 0n : (WAD * pooled + shares - 1n) / shares;
}
