import { etherForSharesDown } from "./etherForSharesDown.ts";
import type { PoolTotals } from "./poolTotals.ts";
import { sharesForEtherDown } from "./sharesForEtherDown.ts";

/** What an unwrap pays: `stETH` in wei is what it says and sends, `shares` is what arrives. */
export type Unwrapped = { readonly stETH: bigint; readonly shares: bigint };

/**
 * An unwrap of wstETH rounds twice: first to whole wei of stETH, then that amount to whole shares, so that up to a share's worth stays in
 * the wrapper. Source: lidofinance/core, contracts/0.6.12/WstETH.sol (unwrap), contracts/0.4.24/StETH.sol (_transfer).
 *
 * @param wstETH in its base units, which are shares
 * @throws UnitError when nothing is pooled
 */
export function unwrapDown(wstETH: bigint, totals: PoolTotals): Unwrapped {
  const stETH = etherForSharesDown(wstETH, totals);
  return { stETH, shares: sharesForEtherDown(stETH, totals) };
}
