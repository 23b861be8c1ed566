import { etherForSharesDown } from "./etherForSharesDown.ts";
import type { PoolTotals } from "./poolTotals.ts";

const WHOLE_TOKEN = 10n ** 18n;

/**
 * wei of stETH for one whole wstETH, rounded down. Source: lidofinance/core, contracts/0.6.12/WstETH.sol (stEthPerToken).
 *
 * @throws UnitError when there are no shares
 */
export const stEthPerTokenDown = (totals: PoolTotals): bigint => etherForSharesDown(WHOLE_TOKEN, totals);
