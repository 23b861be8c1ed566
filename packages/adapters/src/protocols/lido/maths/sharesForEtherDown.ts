import { mulDivDown } from "@ballast/core";
import type { PoolTotals } from "./poolTotals.ts";

/**
 * Shares for an amount of stETH in wei: floor(amount × totalShares ÷ totalPooledEther). That many a transfer of the amount moves, and
 * that much wstETH a wrap of it gives; 1 wei of a dear share is none. Source: lidofinance/core, contracts/0.4.24/StETH.sol
 * (getSharesByPooledEth, _transfer), contracts/0.6.12/WstETH.sol (wrap).
 *
 * @throws UnitError when nothing is pooled
 */
export const sharesForEtherDown = (amount: bigint, { totalPooledEther, totalShares }: PoolTotals): bigint =>
  mulDivDown(amount, { times: totalShares, over: totalPooledEther });
