import { mulDivDown } from "@ballast/core";
import type { PoolTotals } from "./poolTotals.ts";

/**
 * What shares are worth, in wei of stETH: floor(shares × totalPooledEther ÷ totalShares). So the balance of an account follows from its
 * shares. Source: lidofinance/core, contracts/0.4.24/StETH.sol (getPooledEthByShares, balanceOf).
 *
 * @throws UnitError when there are no shares
 */
export const etherForSharesDown = (shares: bigint, { totalPooledEther, totalShares }: PoolTotals): bigint =>
  mulDivDown(shares, { times: totalPooledEther, over: totalShares });
