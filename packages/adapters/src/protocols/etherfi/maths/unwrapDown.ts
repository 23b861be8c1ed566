import { amountForSharesDown } from "./amountForSharesDown.ts";
import type { EtherfiTotals } from "./etherfiTotals.ts";
import { sharesForAmountDown } from "./sharesForAmountDown.ts";

/**
 * What unwrapping weETH brings, rounded down twice: an amount floor(weETH·P/S), which is then transferred and moves
 * floor(amount·S/P) shares, at most one less than were burnt. The share that stays behind belongs to nobody.
 * Source: etherfi-protocol/smart-contracts, src/core/WeETH.sol `unwrap`, EETH.sol `_transfer`.
 * @param weEth wei of weETH
 */
export function unwrapDown(weEth: bigint, totals: EtherfiTotals): { amount: bigint; shares: bigint } {
  const amount = amountForSharesDown(weEth, totals);
  return { amount, shares: sharesForAmountDown(amount, totals) };
}
