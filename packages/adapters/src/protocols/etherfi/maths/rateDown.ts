import { amountForSharesDown } from "./amountForSharesDown.ts";
import type { EtherfiTotals } from "./etherfiTotals.ts";

const WAD = 10n ** 18n;

/**
 * Wei of one whole weETH, rounded down: floor(1e18·P/S).
 * Source: etherfi-protocol/smart-contracts, src/core/WeETH.sol `getRate`.
 */
export function rateDown(totals: EtherfiTotals): bigint {
  return amountForSharesDown(WAD, totals);
}
